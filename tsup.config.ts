import { defineConfig } from "tsup"

/** `dist` mirrors `src`, one module a file; declarations and their maps come from `tsc`. */
export default defineConfig({
  entry: ["src/**/*.ts"],
  format: "esm",
  target: "es2022",
  bundle: false,
  splitting: false,
  dts: false,
  sourcemap: true,
  clean: true,
})
