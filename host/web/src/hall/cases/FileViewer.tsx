import { DownloadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Refused } from '../../api/refused'
import { fileAddress } from '../../kit/Files'
import { Loaded } from '../../kit/Loaded'

const height = 'min(70vh, 820px)'

/** A stored file, looked at without leaving the page: pictures and PDFs; of others that it has to be downloaded. */
export function FileViewer(props: { id: string; name: string }) {
  const file = useQuery({
    queryKey: ['file', props.id],
    queryFn: async () => {
      const response = await fetch(fileAddress(props.id), { headers: { 'X-Requested-With': 'OneSeal' } })
      if (!response.ok) throw await Refused.of(response)
      return await response.blob()
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
  return <Loaded of={file}>{blob => <Shown blob={blob} id={props.id} name={props.name} />}</Loaded>
}

function Shown(props: { blob: Blob; id: string; name: string }) {
  const { blob } = props
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  const download = (
    <Button size="small" icon={<DownloadOutlined />} href={fileAddress(props.id)}>
      下载
    </Button>
  )
  if (address === undefined) return null
  if (blob.type.startsWith('image/'))
    return (
      <>
        <a href={address} target="_blank" rel="noreferrer" title="在新窗口看原图">
          <img src={address} alt={props.name} style={{ maxWidth: '100%', border: '1px solid #d9dfe5' }} />
        </a>
        {download}
      </>
    )
  if (blob.type === 'application/pdf')
    return (
      <>
        <iframe title={props.name} src={address} style={{ width: '100%', height, border: '1px solid #d9dfe5' }} />
        {download}
      </>
    )
  return (
    <p>
      这种文件不能在页面里查看，请下载后打开。
      <br />
      {download}
    </p>
  )
}
