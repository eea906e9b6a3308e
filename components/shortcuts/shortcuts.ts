/** Every key that does something, as the sheet lists them. `Mod` is Ctrl, and ⌘ on a Mac. */
export const shortcuts = [
	{
		group: "everywhere",
		rows: [
			{ does: "switcher", keys: ["Mod+K"] },
			{ does: "searchHere", keys: ["Mod+F"] },
			{ does: "search", keys: ["Mod+Shift+F"] },
			{ does: "room", keys: ["Alt+↑", "Alt+↓"] },
			{ does: "unreadRoom", keys: ["Alt+Shift+↑", "Alt+Shift+↓"] },
			{ does: "sidebar", keys: ["Mod+Shift+S"] },
			{ does: "pane", keys: ["F6", "Shift+F6"] },
			{ does: "row", keys: ["↑", "↓"] },
			{ does: "read", keys: ["Esc"] },
			{ does: "readAll", keys: ["Shift+Esc"] },
			{ does: "sheet", keys: ["?"] },
		],
	},
	{
		group: "message",
		rows: [
			{ does: "move", keys: ["↑", "↓"] },
			{ does: "react", keys: ["+"] },
			{ does: "quote", keys: ["R"] },
			{ does: "thread", keys: ["T"] },
			{ does: "save", keys: ["S"] },
			{ does: "unread", keys: ["U"] },
			{ does: "edit", keys: ["E"] },
			{ does: "remove", keys: ["Del", "⌫"] },
			{ does: "copy", keys: ["C"] },
			{ does: "link", keys: ["L"] },
		],
	},
	{
		group: "writing",
		rows: [
			{ does: "send", keys: ["Enter"] },
			{ does: "break", keys: ["Shift+Enter"] },
			{ does: "bold", keys: ["Mod+B"] },
			{ does: "italic", keys: ["Mod+I"] },
			{ does: "code", keys: ["Mod+E"] },
			{ does: "editLast", keys: ["↑"] },
			{ does: "dropQuote", keys: ["Esc"] },
		],
	},
] as const;
