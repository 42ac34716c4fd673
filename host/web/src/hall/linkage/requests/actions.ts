import type { FormalRequest, MeResponse } from '../../../../generated/api'
import { may, type Operation } from '../../../api/may'

/** What can be done to a request. */
export type RequestAction =
  | 'verify'
  | 'askForEvidence'
  | 'tellHolder'
  | 'callHearing'
  | 'hear'
  | 'decide'
  | 'seal'
  | 'supplyEvidence'
  | 'takeBack'

const operationOf: Record<RequestAction, Operation> = {
  verify: 'post /api/requests/{id}/verify',
  askForEvidence: 'post /api/requests/{id}/ask-for-evidence',
  tellHolder: 'post /api/requests/{id}/tell-holder',
  callHearing: 'post /api/requests/{id}/hearing',
  hear: 'post /api/requests/{id}/hear',
  decide: 'post /api/requests/{id}/decide',
  seal: 'post /api/requests/{id}/seal',
  supplyEvidence: 'post /api/requests/{id}/evidence',
  takeBack: 'post /api/requests/{id}/take-back',
}

const ofDepartment: readonly RequestAction[] = ['supplyEvidence', 'takeBack']

type Standing = Pick<
  FormalRequest,
  'stage' | 'evidenceAskedOn' | 'heard' | 'mustHear' | 'isReady' | 'isOpen' | 'notices' | 'owner' | 'department'
>

/** What somebody may do to a request as it stands, the next step first. The host decides each time itself. */
export function actionsOf(request: Standing, me: MeResponse): RequestAction[] {
  return possible(request).filter(action => {
    const side = ofDepartment.includes(action) ? request.department : request.owner
    return side.code === me.organisation.code && may(me, operationOf[action])
  })
}

function possible(request: Standing): RequestAction[] {
  const actions: RequestAction[] = []
  switch (request.stage) {
    case 'submitted':
      actions.push('verify')
      if (!request.evidenceAskedOn) actions.push('askForEvidence')
      break
    case 'awaitingEvidence':
      actions.push('supplyEvidence', 'verify')
      break
    case 'verified':
      actions.push(request.mustHear ? 'tellHolder' : 'decide')
      break
    case 'holderTold':
      actions.push('hear', 'callHearing')
      break
    case 'hearingCalled':
      actions.push('hear')
      break
    case 'heard':
      actions.push('decide')
      // Who has stated his case may still want to be heard in public.
      if (request.heard?.$type === 'statement') actions.push('callHearing')
      break
    default:
      break
  }
  if (request.notices.some(n => n.seal === null)) actions.push('seal')
  if (request.isOpen) actions.push('takeBack')
  return actions
}
