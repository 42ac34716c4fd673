import type { HallPage } from '../pages'

export const cataloguePages: HallPage[] = []
