import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { Link, NavLink, Route, Routes, useLocation } from 'react-router'
import { api } from '../api/client'
import { forgetAllOf } from '../forms/kept'
import { HomePage } from './HomePage'
import { Failsafe } from './parts/Failsafe'
import { Waiting } from './parts/Loaded'
import { SignedIn } from './SignedIn'
import { useDistrict, useMe, useSignedOutNoticed } from './session'

const ItemsPage = lazy(() => import('./guide/ItemsPage'))
const GuidePage = lazy(() => import('./guide/GuidePage'))
const ApplyPage = lazy(() => import('./apply/ApplyPage'))
const DraftPage = lazy(() => import('./apply/DraftPage'))
const MyPage = lazy(() => import('./my/MyPage'))
const CasePage = lazy(() => import('./my/CasePage'))
const ProgressPage = lazy(() => import('./ProgressPage'))
const VerifyPage = lazy(() => import('./VerifyPage'))
const DecisionsPage = lazy(() => import('./DecisionsPage'))
const SignInPage = lazy(() => import('./account/SignInPage'))
const PasswordPage = lazy(() => import('./account/PasswordPage'))

/** 政务服务: the public's side, around its pages. */
export function App() {
  useSignedOutNoticed()
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const before = useRef(pathname)
  // Whoever listens instead of looking is told that the page is another one.
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    window.scrollTo(0, 0)
    main.current?.focus()
  }, [pathname])

  return (
    <>
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <Head />
      <main id="content" ref={main} tabIndex={-1}>
        <Failsafe key={pathname}>
          <Suspense
            fallback={
              <div className="wide">
                <Waiting />
              </div>
            }
          >
            <Routes>
              <Route path="/" element={<HomePage />} />
              <Route path="/items" element={<ItemsPage />} />
              <Route path="/items/:code" element={<GuidePage />} />
              <Route path="/progress" element={<ProgressPage />} />
              <Route path="/verify" element={<VerifyPage />} />
              <Route path="/decisions" element={<DecisionsPage />} />
              <Route path="/sign-in" element={<SignInPage />} />
              <Route element={<SignedIn />}>
                <Route path="/apply/:code" element={<ApplyPage />} />
                <Route path="/my" element={<MyPage />} />
                <Route path="/my/password" element={<PasswordPage />} />
                <Route path="/my/cases/:id" element={<CasePage />} />
                <Route path="/my/cases/:id/draft" element={<DraftPage />} />
              </Route>
              <Route path="*" element={<NoSuchPage />} />
            </Routes>
          </Suspense>
        </Failsafe>
      </main>
      <Foot />
    </>
  )
}

function Head() {
  const district = useDistrict()
  const me = useMe()
  const queries = useQueryClient()

  async function signOut() {
    try {
      await api.POST('/api/sign-out')
    } finally {
      if (me) forgetAllOf(me.id)
      queries.clear()
      window.location.assign('/')
    }
  }

  return (
    <header className="top">
      <div>
        <Link className="brand" to="/">
          <img src="/seal.svg" alt="" />
          一章通办
          <small>{district?.name ?? ''}政务服务</small>
        </Link>
        <nav className="main-nav" aria-label="主导航">
          <NavLink to="/items">办事指南</NavLink>
          <NavLink to="/progress">查进度</NavLink>
          <NavLink to="/verify">核验</NavLink>
          <NavLink to="/decisions">决定公开</NavLink>
        </nav>
        <nav className="account" aria-label="登录和退出">
          {me ? (
            <>
              <NavLink to="/my">我的办件</NavLink>
              <button type="button" onClick={signOut}>
                退出
              </button>
            </>
          ) : (
            <NavLink to="/sign-in">登录</NavLink>
          )}
        </nav>
      </div>
    </header>
  )
}

function Foot() {
  const district = useDistrict()
  return (
    <footer className="foot">
      <div>
        <span>{district?.bureau.name}</span>
        <span>咨询、投诉：{district?.hotline}</span>
        <a href="/hall/">工作人员入口</a>
      </div>
    </footer>
  )
}

function NoSuchPage() {
  return (
    <div className="wide narrow">
      <h1>没有这个页面</h1>
      <p>地址有误，或者页面已经移走。</p>
      <Link className="button" to="/">
        回到首页
      </Link>
    </div>
  )
}
