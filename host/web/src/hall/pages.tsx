import { DashboardOutlined } from '@ant-design/icons'
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react'
import type { Operation } from '../api/may'
import { casesPages } from './cases/pages'
import { cataloguePages } from './catalogue/pages'
import { licencesPages } from './licences/pages'
import { linkagePages } from './linkage/pages'
import { officePages } from './office/pages'
import { windowPages } from './window/pages'

/** A page of the hall. Whoever may call its operation finds it in the menu; who may not is told so when he opens it by its address. */
export interface HallPage {
  path: string
  /** As the menu names it; a page without stands behind a link. */
  label?: string
  group?: string
  icon?: ReactNode
  needs: Operation
  page: LazyExoticComponent<ComponentType>
}

/** The table of contents of the hall, in the order of the menu. */
export const pages: HallPage[] = [
  {
    path: '/',
    label: '工作台',
    group: '办件',
    icon: <DashboardOutlined />,
    needs: 'get /api/tasks',
    page: lazy(() => import('./tasks/TasksPage')),
  },
  ...windowPages,
  ...casesPages,
  ...licencesPages,
  ...linkagePages,
  ...cataloguePages,
  ...officePages,
]
