import { lazy } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { Waiting } from './parts/Loaded'
import { useMe } from './session'
import { words } from './words'

const PasswordPage = lazy(() => import('./account/PasswordPage'))

/** Pages of an applicant: who is not signed in is asked to, and comes back to what he wanted. */
export function SignedIn() {
  const me = useMe()
  const { pathname, search } = useLocation()
  if (me === undefined)
    return (
      <div className="wide">
        <Waiting />
      </div>
    )
  if (me === null) return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />
  if (me.mustChangePassword) return <PasswordPage />
  if (!me.roles.includes('public'))
    return (
      <div className="wide narrow">
        <h1>请使用申请人账号</h1>
        <p>{words.staff}</p>
        <a className="button main" href="/hall/">
          到工作平台
        </a>
      </div>
    )
  return <Outlet />
}
