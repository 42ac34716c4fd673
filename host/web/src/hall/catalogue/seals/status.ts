/** The host tells a seal's state by these words. */
export const sealStatusName: Record<string, string> = { registered: '未启用', inForce: '使用中', locked: '已封存' }
