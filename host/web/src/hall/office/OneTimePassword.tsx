import { Alert, Button, Modal, Typography } from 'antd'
import { words } from './words'

/** 一次性密码: shown this once, with what to do with it. Only the button closes it. */
export function OneTimePassword(props: { title: string; of: string | null | undefined; close: () => void }) {
  return (
    <Modal
      open
      title={props.title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={props.close}>
          {props.of ? '已转告本人或者记下，关闭' : '关闭'}
        </Button>
      }
    >
      {props.of ? (
        <>
          <p>一次性密码：</p>
          <p style={{ fontSize: 22 }}>
            <Typography.Text
              className="mono"
              style={{ fontSize: 22 }}
              copyable={{ text: props.of, tooltips: ['复制密码', '已复制'] }}
            >
              {props.of}
            </Typography.Text>
          </p>
          <Alert type="warning" showIcon title={words.people.passwordOnce} />
        </>
      ) : (
        <Alert type="warning" showIcon title={words.people.passwordGone} />
      )}
    </Modal>
  )
}
