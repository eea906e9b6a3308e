import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
	resolve: { alias: { "@/": fileURLToPath(new URL("./", import.meta.url)) } },
	oxc: { jsx: { runtime: "automatic" } },
	test: {
		include: ["{lib,models,script,bench,test,components,messages}/**/*.test.{ts,tsx}"],
		globalSetup: ["test/mongod.ts"],
		// Tests that take the program's environment as it is would pass here and fail elsewhere.
		env: { NODE_ENV: "test", TZ: "UTC", LOG_LEVEL: "silent" },
		pool: "forks",
		maxWorkers: 2,
		testTimeout: 20_000,
		hookTimeout: 60_000,
		restoreMocks: true,
	},
});
