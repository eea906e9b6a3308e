import type { NextConfig } from "next";

const config: NextConfig = {
	reactStrictMode: true,
	poweredByHeader: false,
	serverExternalPackages: ["@agendajs/mongo-backend", "agenda", "mongodb-memory-server-core", "redis", "socket.io"],
	experimental: { optimizePackageImports: ["lucide-react"] },
};

export default config;
