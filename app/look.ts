import { LOOK_KEY } from "@/lib/shared/look";

/**
 * Runs before the first paint, so that no page flashes in the wrong theme or density; follows when the system changes, when the person
 * chooses on this page (an event of the same name) and when he does on another tab.
 */
export const lookScript = `(() => {
	const root = document.documentElement.dataset;
	const dark = matchMedia("(prefers-color-scheme: dark)");
	const contrast = matchMedia("(prefers-contrast: more)");
	const chosen = () => {
		try {
			return JSON.parse(localStorage.getItem("${LOOK_KEY}")) ?? {};
		} catch {
			return {};
		}
	};
	const follow = () => {
		const look = chosen();
		const isDark = look.theme === "dark" || (look.theme !== "light" && dark.matches);
		root.theme = isDark ? "dark" : "light";
		if (look.contrast === "high" || contrast.matches) root.contrast = "high";
		else delete root.contrast;
		root.density = look.density === "compact" ? "compact" : "comfortable";
	};
	follow();
	dark.addEventListener("change", follow);
	contrast.addEventListener("change", follow);
	addEventListener("${LOOK_KEY}", follow);
	addEventListener("storage", ({ key }) => key === "${LOOK_KEY}" && follow());
})()`;
