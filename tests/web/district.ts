import { type APIRequestContext, expect } from '@playwright/test'

// What the walk over the pages is walked with: one of each thing that the demonstration district has, and two cases of its own.

const hygiene = '11370390MB1A23023D4000123001000'
const health = '11370390MB1A23023D'

const application = {
  item: hygiene,
  channel: 'window',
  applicant: {
    kind: 'organisation',
    name: '锦源示例云溪商贸有限公司',
    identifier: '91370390MA3E00099E',
    contact: '0000-3700009',
  },
  form: {
    name: '示例云溪理发店',
    kind: 'beauty',
    site: '锦源区示例一路1号',
    area: 260,
    centralAirConditioning: false,
    staff: 6,
    staffCertified: 6,
  },
  materials: ['application', 'identity', 'floor-plan', 'hygiene-report', 'hygiene-rules'].map(key => ({ key, form: 'paper' })),
}

/** What stands for each parameter of a page's address. */
export type Samples = Record<string, string>

export async function samplesOf(window: APIRequestContext, administrator: APIRequestContext): Promise<Samples> {
  const draft = await made(window, '/api/cases', application)
  const inReview = await made(window, '/api/cases', application)
  await made(window, `/api/cases/${inReview}/file`)
  await made(window, `/api/cases/${inReview}/accept`)

  const get = async (address: string) => {
    const answer = await administrator.get(address)
    expect(answer.ok(), address).toBe(true)
    return answer.json()
  }
  const one = async <T>(address: string, wanted: (row: T) => boolean = () => true): Promise<T> => {
    const rows = ((await get(address)).items ?? []).filter(wanted)
    expect(rows.length, `${address} has one`).toBeGreaterThan(0)
    return rows[0]
  }

  const licence = await one<{ identifier: string }>('/api/licences?state=valid&limit=200', l => l.identifier.includes(health))
  const delay = await one<{ kind: string; id: string }>('/api/oversight/delays?limit=1')
  const push = await one<{ id: string }>('/api/pushes?limit=200', (p: { id: string; state?: string }) => p.id.endsWith(health) && p.state === 'told')
  const feedback = await one<{ id: string }>('/api/feedback?kind=inspection&limit=200', (f: { id: string; organisation?: string }) => f.organisation === health)
  const request = await one<{ id: string }>('/api/requests?limit=200', (r: { id: string; decidedOn?: string | null }) => !!r.decidedOn)
  const person = await one<{ id: string }>('/api/people?q=window1')
  const archived = await one<{ id: string }>('/api/cases?stage=archived&limit=1')
  const holder = (await get(`/api/licences/${licence.identifier}`)).holderIdentifier as string

  return {
    '/cases/:id': inReview,
    '/connections/:organisation': health,
    '/feedback/:id': feedback.id,
    '/holders/:identifier': holder,
    '/items/:code': hygiene,
    '/licences/:identifier': licence.identifier,
    '/memoranda/:id': 'health-handover',
    '/memoranda/:id/amend': 'health-handover',
    '/memoranda/:id/draft': 'health-handover',
    '/modules/:id': 'Health',
    '/oversight/delays/:kind/:id': `${delay.kind}/${encodeURIComponent(delay.id)}`,
    '/people/:id': person.id,
    '/pushes/:id': push.id,
    '/requests/:id': request.id,
    '/results/:id': archived.id,
    '/seals/:id': 'approval-seal',
    '/transfer-lists/:id': 'batch-1',
    '/transfer-lists/:id/draft': 'batch-1',
    '/window/cases/:id': inReview,
    '/window/drafts/:id': draft,
    '/window/new/:item': hygiene,
  }
}

async function made(as: APIRequestContext, address: string, data?: unknown): Promise<string> {
  const answer = await as.post(address, { data, headers: { 'X-Requested-With': 'OneSeal' } })
  expect(answer.ok(), `${address}: ${await answer.text()}`).toBe(true)
  return (await answer.json()).id
}
