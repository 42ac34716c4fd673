// Who may call what, out of the OpenAPI document: the interface shows what the host would let somebody do, and keeps no list of its own.
import { readFileSync, writeFileSync } from 'node:fs'

const document = JSON.parse(readFileSync('generated/openapi.json', 'utf8'))
const roles: Record<string, string[]> = {}
for (const [path, operations] of Object.entries<Record<string, { 'x-allowed-roles'?: string[] }>>(document.paths))
  for (const [method, operation] of Object.entries(operations))
    roles[`${method} ${path}`] = operation['x-allowed-roles'] ?? []
writeFileSync('generated/roles.json', JSON.stringify(roles, null, 1))
