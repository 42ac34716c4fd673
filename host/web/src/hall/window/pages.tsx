import type { HallPage } from '../pages'

export const windowPages: HallPage[] = []
