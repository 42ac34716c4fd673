import type { HallPage } from '../pages'

export const casesPages: HallPage[] = []
