import { IdcardOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { HallPage } from '../pages'

export const licencesPages: HallPage[] = [
  {
    path: '/licences',
    label: '证照登记簿',
    group: '证照',
    icon: <IdcardOutlined />,
    needs: 'get /api/licences',
    page: lazy(() => import('./LicencesPage')),
  },
  { path: '/licences/:identifier', needs: 'get /api/licences/{identifier}', page: lazy(() => import('./LicencePage')) },
  { path: '/holders/:identifier', needs: 'get /api/holders/{identifier}', page: lazy(() => import('./HolderPage')) },
]
