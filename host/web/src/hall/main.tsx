import { LoadingOutlined } from '@ant-design/icons'
import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider, Spin } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { liveLine } from '../api/live'
import { makeQueryClient } from '../api/query'
import '../kit/kit.css'
import { theme } from '../kit/theme'
import { Session } from './shell/Session'
import { Shell } from './shell/Shell'
import { SignInPage } from './shell/SignInPage'

dayjs.locale('zh-cn')
const queries = makeQueryClient()
// Before any page, for pages watch from their first moment.
liveLine(queries)
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <ConfigProvider
        locale={zhCN}
        theme={theme}
        componentSize="medium"
        button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden /> }}
      >
        <App style={{ height: '100%' }}>
          <QueryClientProvider client={queries}>
            <BrowserRouter basename="/hall">
              <Session
                signIn={(again, isOver) => <SignInPage done={again} isOver={isOver} />}
                waiting={<Spin fullscreen description="正在打开" />}
              >
                <Shell />
              </Session>
            </BrowserRouter>
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </StrictMode>,
  )
