/** A recipient of the ledger as people call it: `system:…` an organisation's own system, `hooks:…` its module's hooks, `hook:…` one of them. */
export function recipientText(
  recipient: string,
  nameOf: (code: string) => string | undefined = () => undefined,
): string {
  const [kind, rest = ''] = [recipient.slice(0, recipient.indexOf(':')), recipient.slice(recipient.indexOf(':') + 1)]
  switch (kind) {
    case 'system':
      return `${nameOf(rest) ?? rest}的业务系统`
    case 'hooks':
      return `${nameOf(rest) ?? rest}的模块`
    case 'hook': {
      const [module, hook] = rest.split('/')
      return `模块${module}的接收程序${hook ?? ''}`
    }
    case 'module':
      return `模块${rest}`
    default:
      return recipient
  }
}
