import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Reading the whole corpus and packing the package take their time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
})
