import type { HallPage } from '../pages'

export const officePages: HallPage[] = []
