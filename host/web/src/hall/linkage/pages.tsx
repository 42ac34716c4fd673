import type { HallPage } from '../pages'

export const linkagePages: HallPage[] = []
