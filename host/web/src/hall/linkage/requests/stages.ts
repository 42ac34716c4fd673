import type { FormalRequest, RequestStage } from '../../../../generated/api'

export interface StageStep {
  title: string
  status: 'finish' | 'process' | 'wait'
  note?: string
}

const order: Record<RequestStage, number> = {
  none: 0,
  submitted: 1,
  awaitingEvidence: 1,
  verified: 2,
  holderTold: 3,
  hearingCalled: 3,
  heard: 4,
  decided: 5,
  takenBack: 5,
}

type Standing = Pick<
  FormalRequest,
  'stage' | 'receivedOn' | 'verification' | 'toldOn' | 'hearing' | 'heard' | 'decision' | 'mustHear'
>

/** 阶段: the way a request takes. The holder is told and heard only where the law asks for it. */
export function stagesOf(request: Standing): StageStep[] {
  const reached = order[request.stage]
  const step = (title: string, after: number, on: string | null | undefined, note?: string): StageStep => ({
    title,
    status: on ? 'finish' : reached === after && request.stage !== 'takenBack' ? 'process' : 'wait',
    note: on ?? note,
  })
  const hears = request.mustHear || request.toldOn !== null
  return [
    step('部门来函', 0, request.receivedOn),
    step(request.stage === 'awaitingEvidence' ? '核实（待补充材料）' : '核实', 1, request.verification?.on),
    ...(hears
      ? [
          step('告知持证人', 2, request.toldOn),
          step(
            request.hearing ? '听证' : '听取意见',
            3,
            request.heard ? (heardOn(request) ?? request.toldOn) : null,
            request.hearing?.on,
          ),
        ]
      : []),
    step('决定', hears ? 4 : 2, request.decision?.on),
    ...(request.stage === 'takenBack' ? [{ title: '部门已撤回', status: 'finish' as const }] : []),
  ]
}

function heardOn(request: Standing): string | undefined {
  return request.heard && 'on' in request.heard ? request.heard.on : undefined
}
