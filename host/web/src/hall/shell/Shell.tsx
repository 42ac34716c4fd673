import { LogoutOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Layout, Menu, type MenuProps, Result, Skeleton, Tooltip } from 'antd'
import { Suspense } from 'react'
import { Link, Route, Routes, useLocation } from 'react-router'
import { answer, api } from '../../api/client'
import { useLineState } from '../../api/live'
import { may } from '../../api/may'
import { forgetAllOf } from '../../forms/kept'
import { roleName } from '../../words/roles'
import { type HallPage, pages } from '../pages'
import { Failsafe } from './Failsafe'
import { useMe } from './Session'
import { useFocusReturned } from './useFocusReturned'

const lineWords = { connected: '实时', reconnecting: '正在重新连接', off: '未连接' } as const
const lineHelp = {
  connected: '有变化时页面自动更新。',
  reconnecting: '与系统的连接断开，正在重新连接；已填写的内容不会丢失。',
  off: '暂不能自动更新，刷新页面可看到最新内容；已填写的内容不会丢失。',
} as const

/** The hall around its pages: what one may open, who one is, and how the line stands. */
export function Shell() {
  const me = useMe()
  const queries = useQueryClient()
  const location = useLocation()
  const line = useLineState()
  useFocusReturned()
  const locality = useQuery({
    queryKey: ['locality'],
    queryFn: () => answer(api.GET('/api/locality')),
    staleTime: 3600_000,
  })
  const shown = pages.filter(p => p.label && may(me, p.needs))
  const here = [...shown]
    .sort((a, b) => b.path.length - a.path.length)
    .find(p => location.pathname === p.path || (p.path !== '/' && location.pathname.startsWith(`${p.path}/`)))

  async function signOut() {
    try {
      await api.POST('/api/sign-out')
    } finally {
      forgetAllOf(me.id)
      queries.clear()
      window.location.assign('/hall/')
    }
  }

  return (
    <Layout style={{ minHeight: '100%' }} hasSider>
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <Layout.Sider
        width={206}
        collapsedWidth={0}
        breakpoint="lg"
        style={{ position: 'sticky', top: 0, height: '100vh', overflow: 'auto' }}
        aria-label="主导航"
      >
        <Link className="brand" to="/">
          <img src="/seal.svg" alt="" />
          <span>
            一章通办
            <small>{locality.data?.locality.name ?? '　'}</small>
          </span>
        </Link>
        <nav aria-label="主导航">
          <Menu
            className="hall-menu"
            theme="dark"
            mode="inline"
            selectedKeys={here ? [here.path] : []}
            items={menuOf(shown)}
          />
        </nav>
      </Layout.Sider>
      <Layout>
        <Layout.Header
          style={{
            display: 'flex',
            alignItems: 'center',
            gap: 16,
            borderBottom: '1px solid #d9dfe5',
            position: 'sticky',
            top: 0,
            zIndex: 20,
          }}
        >
          <strong>{me.organisation.name}</strong>
          <span style={{ marginLeft: 'auto' }}>
            <Tooltip title={lineHelp[line]}>
              <span className={`line-state ${line}`} role="status">
                <i aria-hidden="true" />
                {lineWords[line]}
              </span>
            </Tooltip>
          </span>
          <span>
            <Link to="/me" title="我的账号、修改密码">
              {me.name}
            </Link>
            <span className="quiet">（{me.roles.map(r => roleName[r]).join('、')}）</span>
          </span>
          <Button type="text" icon={<LogoutOutlined />} onClick={signOut}>
            退出
          </Button>
        </Layout.Header>
        <Layout.Content id="content" role="main" tabIndex={-1}>
          <Failsafe key={location.pathname}>
            <Suspense
              fallback={
                <div className="page">
                  <Skeleton active />
                </div>
              }
            >
              <Routes>
                {pages.map(p => (
                  <Route key={p.path} path={p.path} element={may(me, p.needs) ? <p.page /> : <NotForYou />} />
                ))}
                <Route
                  path="*"
                  element={
                    <Result
                      status="404"
                      title="没有这个页面"
                      subTitle="地址有误，或者页面已经移走。"
                      extra={<Link to="/">回到工作台</Link>}
                    />
                  }
                />
              </Routes>
            </Suspense>
          </Failsafe>
        </Layout.Content>
      </Layout>
    </Layout>
  )
}

function NotForYou() {
  return (
    <Result
      status="403"
      title="您的岗位不办理这项工作"
      subTitle="需要时请联系管理员调整岗位。"
      extra={<Link to="/">回到工作台</Link>}
    />
  )
}

function menuOf(shown: HallPage[]): MenuProps['items'] {
  const groups = [...new Set(shown.map(p => p.group ?? ''))]
  return groups.map(group => ({
    type: 'group',
    label: group,
    key: group,
    children: shown
      .filter(p => (p.group ?? '') === group)
      .map(p => ({ key: p.path, icon: p.icon, label: <Link to={p.path}>{p.label}</Link> })),
  }))
}
