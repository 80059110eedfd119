export const id = 355;
export const ids = [355];
export const modules = {

/***/ 355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ wordOf),
/* harmony export */   i: () => (/* binding */ keepsAll),
/* harmony export */   n: () => (/* binding */ recall),
/* harmony export */   r: () => (/* binding */ decide),
/* harmony export */   t: () => (/* binding */ read_state_exports)
/* harmony export */ });
/* harmony import */ var _index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(235);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(856);


// \0rolldown/runtime.js
var __defProp = Object.defineProperty;
var __exportAll = (all, no_symbols) => {
	let target = {};
	for (var name in all) __defProp(target, name, {
		get: all[name],
		enumerable: true
	});
	if (!no_symbols) __defProp(target, Symbol.toStringTag, { value: "Module" });
	return target;
};
// src/rules/policy.ts
const endings = [
	"success",
	"failure",
	"cancelled"
];
const policyWords = [
	"keep",
	"restore",
	"delete",
	"restore,delete"
];
const policies = {
	keep: {
		restore: false,
		delete: false
	},
	restore: {
		restore: true,
		delete: false
	},
	delete: {
		restore: false,
		delete: true
	},
	"restore,delete": {
		restore: true,
		delete: true
	}
};
function policyOf(text) {
	const word = policyWords.find((candidate) => candidate === text.replace(/\s+/g, ""));
	return word && policies[word];
}
function wordOf(policy) {
	return policyWords.find((word) => policies[word].restore === policy.restore && policies[word].delete === policy.delete) ?? "";
}
function keepsAll(policy) {
	return !policy.restore && !policy.delete;
}
function decide(policy, confirmed, complete) {
	if (!confirmed || !policy.restore) return policy.delete ? "delete" : "keep";
	if (!complete) return "lost_rollback";
	return policy.delete ? "restore_then_delete" : "restore";
}
// src/inputs/values.ts
function boolean(input, value) {
	if (/^(true|True|TRUE)$/.test(value)) return true;
	if (/^(false|False|FALSE)$/.test(value)) return false;
	throw unusable(input, value, "true or false");
}
function positiveNumber(input, value) {
	const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
	if (number <= 0 || !Number.isFinite(number)) throw unusable(input, value, "a positive number, such as 30 or 0.5");
	return number;
}
function apiUrl(input, value) {
	const url = parsedUrl(input, value, "an https URL such as https://admin.vps.org/api/v1");
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) throw unusable(input, value, "an https URL; http would show the token to everyone on the way");
	if (/[?#]/.test(url.href)) throw unusable(input, value, "a URL without query and fragment");
	return url.href.replace(/\/+$/, "");
}
function webUrl(input, value) {
	const url = parsedUrl(input, value, "a URL such as https://example.com/health");
	if (!/^https?:$/.test(url.protocol)) throw unusable(input, value, "an http or https URL");
	return url.href;
}
function unusable(input, value, allowed) {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.d(input, `Input ${input} is "${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__.l)(value, 80)}".`, `Allowed: ${allowed}.`);
}
function parsedUrl(input, value, allowed) {
	if (!URL.canParse(value)) throw unusable(input, value, allowed);
	const url = new URL(value);
	if (url.username || url.password) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.d(input, `Input ${input} has a user name or password in it.`, `Allowed: ${allowed}.`);
	return url;
}
function isLoopback(hostname) {
	return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
// src/inputs/raw.ts
function flag(raw, input, otherwise) {
	return optional(raw, input, boolean) ?? otherwise;
}
function optional(raw, input, parse) {
	const text = raw(input);
	return text === "" ? void 0 : parse(input, text);
}
// src/inputs/policies.ts
function readPolicy(raw, ending) {
	const text = raw(`on_${ending}`);
	const policy = policyOf(text || "keep");
	if (!policy) throw unusable(`on_${ending}`, text, policyWords.join("; "));
	return policy;
}
function isEnding(text) {
	return endings.some((ending) => ending === text);
}
// src/inputs/reporting.ts
const words = [
	"summary",
	"comment",
	"status"
];
function readReporting(raw) {
	const text = raw("report") || "summary";
	const wanted = text.split(/[\s,]+/).filter((word) => word !== "");
	const known = wanted.every((word) => words.some((candidate) => candidate === word));
	if (text !== "none" && (!known || wanted.length === 0)) throw unusable("report", text, `any of ${words.join(", ")}; or none alone`);
	return {
		summary: wanted.includes("summary"),
		comment: wanted.includes("comment"),
		status: wanted.includes("status")
	};
}
function readCommon(raw) {
	return {
		apiToken: token(raw("api_token")),
		apiUrl: apiUrl("api_url", raw("api_url") || "https://admin.vps.org/api/v1"),
		timeoutMs: scaled(optional(raw, "timeout_minutes", positiveNumber), 6e4) ?? 36e5,
		pollIntervalMs: scaled(optional(raw, "poll_interval_seconds", positiveNumber), 1e3),
		dryRun: flag(raw, "dry_run", false),
		report: readReporting(raw),
		githubToken: raw("github_token")
	};
}
function token(text) {
	if (text === "") throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.d("api_token", "Input api_token is empty.", "Set it to a secret, such as ${{ secrets.VPS_API_TOKEN }}. Secrets are not passed to runs from forks, nor to Dependabot.");
	if (!/^[\x21-\x7e]+$/.test(text)) throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.d("api_token", "Input api_token has characters in it that no token has (white space, control or non-ASCII characters).", "Copy the token into the secret again, without line breaks.");
	return text;
}
function scaled(number, unit) {
	return number === void 0 ? void 0 : number * unit;
}
function readCustody(text) {
	try {
		const custody = JSON.parse(text);
		return custody.version === 1 && Array.isArray(custody.targets) ? custody : void 0;
	} catch {
		return;
	}
}
// src/inputs/guard.ts
function readGuardInputs(raw) {
	const told = raw("job_status");
	const ending = isEnding(told) ? told : void 0;
	const policy = ending ? readPolicy(raw, ending) : withoutEnding(raw);
	const common = readCommon(raw);
	return {
		...common,
		timeoutMs: ending === "cancelled" ? Math.min(common.timeoutMs, 18e4) : common.timeoutMs,
		ending,
		policy,
		readyUrl: optional(raw, "ready_url", webUrl),
		force: flag(raw, "force", false)
	};
}
function withoutEnding(raw) {
	if (endings.map((ending) => readPolicy(raw, ending)).some((policy) => !keepsAll(policy))) throw unusable("job_status", raw("job_status"), endings.join(", "));
	return {
		restore: false,
		delete: false
	};
}
// src/modes/guard/read-state.ts
var read_state_exports = __exportAll({
	reasonOf: () => reasonOf,
	takeOver: () => takeOver
});
function takeOver(saved, raw, journal) {
	const custody = readCustody(saved);
	if (!custody) throw unreadable();
	const kept = custody.targets.flatMap(({ id }) => id ?? []);
	try {
		const work = {
			...readGuardInputs(raw),
			custody
		};
		if (work.apiUrl !== custody.apiUrl) throw otherApi();
		return work;
	} catch (error) {
		if (!(error instanceof _index_js__WEBPACK_IMPORTED_MODULE_0__.u)) throw error;
		journal.rollback.push(...kept);
		const { title, message, next } = error;
		const names = kept.length > 0 ? ` Kept: snapshot ${kept.join(", ")}.` : "";
		throw new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
			title,
			message: `${message} Nothing was done after the job.${names}`,
			next,
			cause: error
		});
	}
}
function reasonOf({ ending, policy, custody }) {
	const state = custody.confirmed ? "confirmed complete before the deploy" : "not confirmed by the main step";
	return `${ending ? `The job ended with ${ending}, and on_${ending} is ${wordOf(policy)}.` : "This runner does not tell how the job ended, and no policy is set."} ${(0,_format_js__WEBPACK_IMPORTED_MODULE_1__.t)(custody.targets.length, "snapshot")}, ${state}.`;
}
function recall({ custody }, { journal, clock }) {
	for (const { server, refused, requestedAt, completeAt } of custody.targets) {
		if (!server || refused) continue;
		if (requestedAt) journal.happened("snapshot requested", new Date(requestedAt), server.id);
		if (completeAt) journal.happened("snapshot complete", new Date(completeAt), server.id);
		journal.happened("job ended", clock.date(), server.id);
	}
}
function unreadable() {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
		title: "State not readable",
		message: "What the main step saved for the end of the job was written by another version of this action. Nothing was done after the job.",
		next: "Use one version of the action per job. The main step’s log and summary name the snapshot."
	});
}
function otherApi() {
	return new _index_js__WEBPACK_IMPORTED_MODULE_0__.u({
		title: "Another api_url",
		message: "Input api_url is another one now than when the snapshot was taken, and the token is not sent there.",
		next: "Give api_url a value that does not change during the job."
	});
}



/***/ })

};
