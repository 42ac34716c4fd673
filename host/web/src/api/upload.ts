import type { AttachmentsStored } from '../../generated/api'
import { Refused } from './refused'

/** What can be uploaded. */
export const acceptedKinds = '.pdf,.ofd,.jpg,.jpeg,.png,.docx,.xlsx'

/** Uploads a file, telling how far it is (0 to 1). `fetch` cannot tell that. */
export function upload(file: File, progress: (done: number) => void): Promise<AttachmentsStored> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/attachments?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('X-Requested-With', 'OneSeal')
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = e => progress(e.lengthComputable ? e.loaded / e.total : 0)
    request.onerror = () => reject(Refused.ofSilence())
    request.onload = () => {
      let body: Record<string, unknown> = {}
      try {
        body = JSON.parse(request.responseText)
      } catch {
        // The status alone must do.
      }
      if (request.status >= 200 && request.status < 300) resolve(body as unknown as AttachmentsStored)
      else reject(new Refused(request.status, body))
    }
    request.send(file)
  })
}
