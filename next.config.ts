import type { NextConfig } from "next";

const config: NextConfig = {
	reactStrictMode: true,
	poweredByHeader: false,
	// `npm test` checks the types, those of the tests too; whoever only wants to run the program need not wait for that.
	typescript: { ignoreBuildErrors: true },
	serverExternalPackages: ["@agendajs/mongo-backend", "agenda", "mongodb-memory-server-core", "redis", "socket.io"],
	// Words are compiled on the server (app/words.ts): pages need no parser of ICU messages, 8 KB and some work for each.
	turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
	experimental: { optimizePackageImports: ["lucide-react"] },
};

export default config;
