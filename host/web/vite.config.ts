import { resolve } from 'node:path'
import { defineConfig } from 'vite'

// Two pages of their own: the public's, small enough for a phone, and the hall's.
export default defineConfig({
  esbuild: { jsx: 'automatic' },
  build: {
    outDir: process.env.ONESEAL_WEB_OUT ?? '../../artifacts/web',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      input: [resolve('index.html'), resolve('hall/index.html')],
      // Notes of libraries to other tools: "use client" for servers that render, and comments set where nobody reads them.
      onwarn: (warning, warn) =>
        ['MODULE_LEVEL_DIRECTIVE', 'INVALID_ANNOTATION'].includes(warning.code ?? '') ? undefined : warn(warning),
    },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:5080', ws: true } } },
})
