import type { ThemeConfig } from 'antd'

/** One visual language: ink and paper, the blue of the office, and red kept for the seal and for what is past its day. */
export const colours = {
  ink: '#1b2733',
  quiet: '#55616e',
  paper: '#f4f6f8',
  line: '#d9dfe5',
  office: '#1d4f91',
  night: '#14273f',
  seal: '#b3192a',
  normal: '#1f6b41',
  near: '#8a5200',
  promise: '#b03a06',
  statute: '#a3121f',
} as const

export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.office,
    colorInfo: colours.office,
    colorLink: colours.office,
    // A link that the mouse is over is read, too: darker, never paler.
    colorLinkHover: colours.night,
    colorLinkActive: colours.night,
    colorError: colours.statute,
    colorWarning: colours.near,
    colorSuccess: colours.normal,
    colorWarningBg: '#fdf6e7',
    colorWarningBorder: '#e3c78f',
    colorInfoBg: '#eef4fb',
    colorInfoBorder: '#b9cfe8',
    colorErrorBg: '#fcf0f0',
    colorErrorBorder: '#e0aeb2',
    colorSuccessBg: '#edf6f0',
    colorSuccessBorder: '#a9cfb8',
    colorTextBase: colours.ink,
    colorTextSecondary: colours.quiet,
    colorTextTertiary: '#5d6975',
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: '#6b7580',
    colorBorder: '#b9c2cc',
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.paper,
    borderRadius: 4,
    fontSize: 14,
    fontFamily: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif",
    controlOutlineWidth: 3,
  },
  components: {
    Layout: {
      headerBg: '#ffffff',
      headerHeight: 52,
      headerPadding: '0 20px',
      siderBg: colours.night,
      bodyBg: colours.paper,
    },
    Menu: { darkItemBg: colours.night, darkSubMenuItemBg: colours.night, darkItemColor: '#d3dce6', itemHeight: 38 },
    Table: { headerBg: '#eef2f6', headerColor: colours.ink, cellPaddingBlockSM: 7, rowHoverBg: '#f2f6fb' },
    Card: { headerFontSize: 15, bodyPaddingSM: 14 },
    Descriptions: { labelColor: colours.quiet, labelBg: '#f7f9fb' },
  },
}
