import { defineConfig } from '@playwright/test'

/** Where the pictures of the pages go: an artefact of the tests, never part of the repository. */
export const pictures = '../../artifacts/pictures'

export default defineConfig({
  testDir: 'stories',
  outputDir: '../../artifacts/web-tests',
  globalSetup: './host.ts',
  // The stories share one district and one machine of two processors.
  workers: 1,
  fullyParallel: false,
  timeout: 90_000,
  // A machine that builds other things beside may once be too slow for a step; what fails twice fails.
  retries: process.env.CI ? 1 : 0,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.ONESEAL_WEB_RESULTS ?? '../../artifacts/web-tests.json' }]],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.ONESEAL_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    },
  },
})
