import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// One host for all stories, as a newcomer gets it: a new private cluster and the demonstration district. ONESEAL_URL names one that runs already.
export default async function start(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.ONESEAL_URL) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'oneseal-stories-'))
  // As root the host lets another user run the database, who must get through.
  chmodSync(folder, 0o755)
  const address = `http://127.0.0.1:${await freePort()}`
  const configuration = process.env.ONESEAL_CONFIGURATION ?? 'Release'
  const program = join(import.meta.dirname, `../../artifacts/host/${configuration}/OneSeal.Host.dll`)
  const host = spawn('dotnet', [program, '--urls', address, '--data', join(folder, 'data')], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [host.stdout, host.stderr]) stream.on('data', text => (said += text))

  const end = Date.now() + 240_000
  while (!(await isReady(address))) {
    if (host.exitCode !== null || Date.now() > end) {
      await stop(host)
      throw new Error(`The host does not listen:\n${said}`)
    }

    await new Promise(resolve => setTimeout(resolve, 300))
  }

  process.env.ONESEAL_URL = address
  return async () => {
    await stop(host)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function stop(host: ChildProcess): Promise<void> {
  if (host.exitCode !== null) return
  const gone = new Promise(resolve => host.once('exit', resolve))
  host.kill('SIGTERM')
  await gone
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/health/ready`)).ok
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port.'))))
    })
  })
}
