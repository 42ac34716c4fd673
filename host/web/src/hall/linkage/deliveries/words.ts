export const deliveryWords = {
  sub: '推送给部门模块和部门业务系统的消息；投递失败的可以重新投递或者放弃',
  receivers: '所有接收方都正常接收，没有积压。',
  nothing: '没有这样的消息。',
  replay: '从头重新投递，接收方会再次收到这些消息。',
  abandon: '放弃后接收方不再收到这些消息，排在后面的继续投递。',
  chooseReceiver: '查看已投递的消息，请先选择接收方。',
}
