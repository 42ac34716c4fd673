import { FolderOpenOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { HallPage } from '../pages'

export const casesPages: HallPage[] = [
  {
    path: '/cases',
    label: '办件',
    group: '办件',
    icon: <FolderOpenOutlined />,
    needs: 'get /api/cases',
    page: lazy(() => import('./CasesPage')),
  },
  { path: '/cases/:id', needs: 'get /api/cases/{id}', page: lazy(() => import('./CasePage')) },
]
