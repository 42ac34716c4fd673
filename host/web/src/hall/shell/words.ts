export const words = {
  signedOut: '登录已经失效：超过时限，或者账号、岗位有变动。请重新登录；已填写的内容没有丢失。',
  firstPassword: '您用的是一次性密码。请先设定只有自己知道的密码，然后继续。',
  passwordRule: '至少10位，须含小写字母和数字。',
  passwordChanged: '密码已修改，其他地方的登录已经失效。',
} as const
