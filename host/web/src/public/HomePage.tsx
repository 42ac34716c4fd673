import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { answer, api } from '../api/client'
import { shortDay } from '../words/dates'
import { ItemCard } from './guide/ItemCard'
import { Loaded } from './parts/Loaded'
import { Search } from './parts/Search'
import { useTitle } from './parts/Title'
import { useDistrict } from './session'

/** 首页. */
export function HomePage() {
  const district = useDistrict()
  const go = useNavigate()
  useTitle(undefined)
  const items = useQuery({
    queryKey: ['items', 'first'],
    queryFn: () => answer(api.GET('/api/items', { params: { query: { limit: 12 } } })),
  })
  return (
    <>
      <div className="hero">
        <div>
          <h1>您要办什么事？</h1>
          <Search
            label="您要办什么事"
            placeholder="如：施工许可、卫生许可，或拼音首字母"
            value=""
            search={text => go(text === '' ? '/items' : `/items?q=${encodeURIComponent(text)}`)}
          />
        </div>
      </div>
      <div className="wide">
        {district ? (
          <p className="note" role="note">
            今天是{shortDay(district.today, district.today)}，
            {district.isWorkingDay ? `工作日，${district.bureau.name}窗口照常受理。` : '不是工作日，窗口不对外办理。'}
            网上申请不分时间；有疑问请拨打{district.hotline}。
          </p>
        ) : null}
        <div className="grid four">
          <Link className="card" to="/my">
            <strong>我的办件</strong>
            继续填写、查看进度、补正材料、领取文书
          </Link>
          <Link className="card" to="/progress">
            <strong>凭收件凭证查进度</strong>
            在窗口提交的申请，不登录也能查
          </Link>
          <Link className="card" to="/verify">
            <strong>核验证照和文书</strong>
            扫码或者输入编号，看是否有效
          </Link>
          <Link className="card" to="/decisions">
            <strong>决定公开</strong>
            已经作出的行政许可决定
          </Link>
        </div>
        <div className="row spread">
          <h2>可以网上申请的事项</h2>
          <Link to="/items">全部办事指南</Link>
        </div>
        <Loaded of={items}>
          {page => {
            const served = page.items.filter(i => i.served).slice(0, 6)
            return served.length === 0 ? (
              <div className="note">目前没有可以网上申请的事项。</div>
            ) : (
              <div className="grid">
                {served.map(item => (
                  <ItemCard key={item.code} of={item} />
                ))}
              </div>
            )
          }}
        </Loaded>
      </div>
    </>
  )
}
