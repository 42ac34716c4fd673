import { FileAddOutlined, SendOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { HallPage } from '../pages'

const ApplicationPage = lazy(() => import('./ApplicationPage'))

export const windowPages: HallPage[] = [
  {
    path: '/window',
    label: '综合受理',
    group: '办件',
    icon: <FileAddOutlined />,
    needs: 'post /api/cases/{id}/accept',
    page: lazy(() => import('./WindowPage')),
  },
  { path: '/window/new/:item', needs: 'post /api/cases/{id}/accept', page: ApplicationPage },
  { path: '/window/drafts/:id', needs: 'post /api/cases/{id}/accept', page: ApplicationPage },
  { path: '/window/cases/:id', needs: 'post /api/cases/{id}/accept', page: lazy(() => import('./IntakePage')) },
  {
    path: '/results',
    label: '出件与归档',
    group: '办件',
    icon: <SendOutlined />,
    needs: 'post /api/cases/{id}/deliver',
    page: lazy(() => import('./ResultsPage')),
  },
  { path: '/results/:id', needs: 'post /api/cases/{id}/deliver', page: lazy(() => import('./ResultPage')) },
]
