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
      // "use client" in libraries is for servers that render; here nothing is rendered on one.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:5080', ws: true } } },
})
