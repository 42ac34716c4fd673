import { AppstoreOutlined, CalendarOutlined, MonitorOutlined, TeamOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { HallPage } from '../pages'

export const officePages: HallPage[] = [
  {
    path: '/modules',
    label: '部门模块',
    group: '系统',
    icon: <AppstoreOutlined />,
    needs: 'get /api/modules/{id}',
    page: lazy(() => import('./ModulesPage')),
  },
  { path: '/modules/:id', needs: 'get /api/modules/{id}', page: lazy(() => import('./ModulePage')) },
  {
    path: '/people',
    label: '人员',
    group: '系统',
    icon: <TeamOutlined />,
    needs: 'get /api/people',
    page: lazy(() => import('./PeoplePage')),
  },
  { path: '/people/:id', needs: 'get /api/people/{id}', page: lazy(() => import('./PersonPage')) },
  {
    path: '/calendar',
    label: '日历',
    group: '系统',
    icon: <CalendarOutlined />,
    needs: 'post /api/locality/calendars',
    page: lazy(() => import('./CalendarPage')),
  },
  {
    path: '/system',
    label: '系统状态',
    group: '系统',
    icon: <MonitorOutlined />,
    needs: 'get /api/system',
    page: lazy(() => import('./SystemPage')),
  },
  { path: '/me', needs: 'get /api/me', page: lazy(() => import('./MePage')) },
]
