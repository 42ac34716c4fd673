import { useEffect, useRef, useState } from 'react'
import { words } from './words'

interface Detector {
  detect: (video: HTMLVideoElement) => Promise<{ rawValue: string }[]>
}

/** The phone's camera, looking for the code on a licence or a paper, until one is found. */
export default function Scanner(props: { found: (number: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const [fault, setFault] = useState<string>()
  const found = useRef(props.found)
  found.current = props.found

  useEffect(() => {
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let over = false
    const Made = (window as unknown as { BarcodeDetector: new (o: { formats: string[] }) => Detector }).BarcodeDetector

    async function look(detector: Detector) {
      if (over || !video.current) return
      const codes = await detector.detect(video.current).catch(() => [])
      if (over) return
      for (const { rawValue } of codes) {
        const number = numberIn(rawValue)
        if (number) return found.current(number)
        setFault(words.scanUnknown)
      }
      timer = setTimeout(() => void look(detector), 250)
    }

    async function start() {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
        if (over || !video.current) return stopAll(stream)
        video.current.srcObject = stream
        await video.current.play()
        await look(new Made({ formats: ['qr_code'] }))
      } catch {
        if (!over) setFault(words.cameraDenied)
      }
    }
    void start()
    return () => {
      over = true
      clearTimeout(timer)
      if (stream) stopAll(stream)
    }
  }, [])

  return (
    <div>
      {fault ? (
        <p className="note warn" role="alert">
          {fault}
        </p>
      ) : null}
      <video ref={video} className="scan" muted playsInline aria-label="摄像头画面，请对准二维码" />
    </div>
  )
}

/** The number in the address that stands in the code: …/verify/NUMBER. */
export function numberIn(code: string): string | undefined {
  const after = /\/verify\/([^/?#]+)/.exec(code)?.[1]
  if (after) return decodeURIComponent(after)
  return /^[A-Za-z0-9.\-〔〕号]{10,80}$/.test(code) ? code : undefined
}

function stopAll(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop()
}
