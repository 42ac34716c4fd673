import {
  AlertOutlined,
  ApiOutlined,
  FileSearchOutlined,
  InboxOutlined,
  SendOutlined,
  SolutionOutlined,
} from '@ant-design/icons'
import { lazy } from 'react'
import type { HallPage } from '../pages'

const group = '审管联动'

export const linkagePages: HallPage[] = [
  {
    path: '/pushes',
    label: '推送与认领',
    group,
    icon: <InboxOutlined />,
    needs: 'get /api/pushes',
    page: lazy(() => import('./pushes/PushesPage')),
  },
  { path: '/pushes/:id', needs: 'get /api/pushes/{id}', page: lazy(() => import('./pushes/PushPage')) },
  {
    path: '/feedback',
    label: '监管反馈',
    group,
    icon: <FileSearchOutlined />,
    needs: 'get /api/feedback',
    page: lazy(() => import('./feedback/FeedbackListPage')),
  },
  { path: '/feedback/new', needs: 'post /api/feedback', page: lazy(() => import('./feedback/ReportFeedbackPage')) },
  { path: '/feedback/:id', needs: 'get /api/feedback/{id}', page: lazy(() => import('./feedback/FeedbackPage')) },
  {
    path: '/requests',
    label: '监管申请',
    group,
    icon: <SolutionOutlined />,
    needs: 'get /api/requests',
    page: lazy(() => import('./requests/RequestsPage')),
  },
  { path: '/requests/new', needs: 'post /api/requests', page: lazy(() => import('./requests/SubmitRequestPage')) },
  { path: '/requests/:id', needs: 'get /api/requests/{id}', page: lazy(() => import('./requests/RequestPage')) },
  {
    path: '/oversight',
    label: '督办',
    group,
    icon: <AlertOutlined />,
    needs: 'get /api/oversight/warnings',
    page: lazy(() => import('./oversight/OversightPage')),
  },
  {
    path: '/oversight/delays/:kind/:id',
    needs: 'get /api/oversight/delays/{kind}/{id}',
    page: lazy(() => import('./oversight/DelayPage')),
  },
  {
    path: '/deliveries',
    label: '投递',
    group,
    icon: <SendOutlined />,
    needs: 'get /api/deliveries',
    page: lazy(() => import('./deliveries/DeliveriesPage')),
  },
  {
    path: '/connections',
    label: '系统对接',
    group,
    icon: <ApiOutlined />,
    needs: 'get /api/connections',
    page: lazy(() => import('./connections/ConnectionsPage')),
  },
  {
    path: '/connections/:organisation',
    needs: 'get /api/connections/{organisation}',
    page: lazy(() => import('./connections/ConnectionPage')),
  },
]
