import {
  ApartmentOutlined,
  AuditOutlined,
  BookOutlined,
  ProfileOutlined,
  SafetyCertificateOutlined,
  SwapOutlined,
  ToolOutlined,
} from '@ant-design/icons'
import { lazy } from 'react'
import type { HallPage } from '../pages'

const group = '目录与划转'

export const cataloguePages: HallPage[] = [
  {
    path: '/items',
    label: '事项目录',
    group,
    icon: <BookOutlined />,
    needs: 'get /api/items',
    page: lazy(() => import('./items/ItemsPage')),
  },
  { path: '/items/:code', needs: 'get /api/items/{code}', page: lazy(() => import('./items/ItemPage')) },
  {
    path: '/transfer-lists',
    label: '划转清单',
    group,
    icon: <SwapOutlined />,
    needs: 'get /api/transfer-lists',
    page: lazy(() => import('./lists/TransferListsPage')),
  },
  {
    path: '/transfer-lists/:id',
    needs: 'get /api/transfer-lists/{id}',
    page: lazy(() => import('./lists/TransferListPage')),
  },
  {
    path: '/transfer-lists/:id/draft',
    needs: 'put /api/transfer-lists/{id}',
    page: lazy(() => import('./lists/DraftListPage')),
  },
  {
    path: '/memoranda',
    label: '审管衔接备忘录',
    group,
    icon: <AuditOutlined />,
    needs: 'get /api/memoranda',
    page: lazy(() => import('./memoranda/MemorandaPage')),
  },
  { path: '/memoranda/:id', needs: 'get /api/memoranda/{id}', page: lazy(() => import('./memoranda/MemorandumPage')) },
  {
    path: '/memoranda/:id/draft',
    needs: 'put /api/memoranda/{id}',
    page: lazy(() => import('./memoranda/DraftMemorandumPage')),
  },
  {
    path: '/memoranda/:id/amend',
    needs: 'post /api/memoranda/{id}/amendments',
    page: lazy(() => import('./memoranda/AmendMemorandumPage')),
  },
  {
    path: '/boundaries',
    label: '职责边界清单',
    group,
    icon: <ApartmentOutlined />,
    needs: 'get /api/boundaries',
    page: lazy(() => import('./boundaries/BoundariesPage')),
  },
  {
    path: '/duties',
    label: '权责清单',
    group,
    icon: <ProfileOutlined />,
    needs: 'get /api/duties',
    page: lazy(() => import('./boundaries/DutiesPage')),
  },
  {
    path: '/seals',
    label: '印章',
    group,
    icon: <SafetyCertificateOutlined />,
    needs: 'get /api/seals',
    page: lazy(() => import('./seals/SealsPage')),
  },
  { path: '/seals/:id', needs: 'get /api/seals/{id}', page: lazy(() => import('./seals/SealPage')) },
  {
    path: '/locality',
    label: '地区设置',
    group,
    icon: <ToolOutlined />,
    needs: 'get /api/locality/history',
    page: lazy(() => import('./locality/LocalityPage')),
  },
]
