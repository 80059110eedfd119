export const id = 591;
export const ids = [591];
export const modules = {

/***/ 856:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ timeOfDay),
/* harmony export */   n: () => (/* binding */ duration),
/* harmony export */   r: () => (/* binding */ size),
/* harmony export */   t: () => (/* binding */ count)
/* harmony export */ });
// src/text/format.ts
function duration(ms) {
	if (ms < 1e3) return `${Math.floor(ms)} ms`;
	if (ms < 6e4) return `${Math.floor(ms / 1e3)} s`;
	if (ms < 36e5) return `${Math.floor(ms / 6e4)}m ${pad(ms % 6e4 / 1e3)}s`;
	if (ms < 864e5) return `${Math.floor(ms / 36e5)}h ${pad(ms % 36e5 / 6e4)}m`;
	return `${Math.floor(ms / 864e5)}d ${Math.floor(ms % 864e5 / 36e5)}h`;
}
function size(mb) {
	if (mb === null) return "–";
	return mb < 1024 ? `${mb} MB` : `${(mb / 1024).toFixed(1)} GB`;
}
function timeOfDay(date) {
	return `${date.toISOString().slice(11, 19)} UTC`;
}
function count(number, noun) {
	return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function pad(number) {
	return String(Math.floor(number)).padStart(2, "0");
}



/***/ }),

/***/ 829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ madeAt),
/* harmony export */   i: () => (/* binding */ ageOf),
/* harmony export */   n: () => (/* binding */ serverName),
/* harmony export */   o: () => (/* binding */ newestFirst),
/* harmony export */   r: () => (/* binding */ snapshotName),
/* harmony export */   t: () => (/* binding */ capitalised)
/* harmony export */ });
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(819);

// src/rules/age.ts
function madeAt(snapshot) {
	return snapshot.createdAt === null ? void 0 : Date.parse(snapshot.createdAt);
}
function ageOf(snapshot, now) {
	const made = madeAt(snapshot);
	return made === void 0 ? void 0 : Math.max(0, now - made);
}
function newestFirst(one, other) {
	const [time, otherTime] = [madeAt(one) ?? never, madeAt(other) ?? never];
	return time === otherTime ? (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.r)(other, one) : otherTime - time;
}
const never = Number.MIN_SAFE_INTEGER;
// src/text/references.ts
function serverName(server) {
	const name = (0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(server.name ?? "", 60);
	return name && name !== `server ${server.id}` ? `server ${server.id} (${name})` : `server ${server.id}`;
}
function snapshotName(snapshot) {
	return snapshot.name ? `snapshot ${snapshot.id} (${(0,_start_js__WEBPACK_IMPORTED_MODULE_0__.m)(snapshot.name, 80)})` : `snapshot ${snapshot.id}`;
}
function capitalised(sentence) {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}



/***/ }),

/***/ 591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ summary_exports),
/* harmony export */   t: () => (/* binding */ summary)
/* harmony export */ });
/* harmony import */ var _references_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(829);
/* harmony import */ var _format_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(856);
/* harmony import */ var _start_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(819);



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
// src/report/sentences.ts
function sentenceOn(facts, told) {
	const { server, id, snapshot, result, completeAt } = facts;
	const { journal } = told;
	const what = `Snapshot ${id}${server ? ` of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_0__.n)(server)}` : ""}`;
	const fate = id !== void 0 && journal.deletedIds.includes(id) ? "deleted" : "kept";
	switch (result) {
		case "created":
		case "ready": return `${what} is complete${completeAt ? ` since ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.i)(completeAt)}` : ""}.`;
		case "restored": return `${subjectOf(facts)} was put back to snapshot ${id}${snapshot ? ofTime(snapshot) : ""}; the snapshot is ${fate}.`;
		case "requested": return server && journal.mayHave("restore", server.id) ? `${subjectOf(facts)} is being put back to snapshot ${id}; nobody waited for the end.` : `${what} is requested, and not complete yet.`;
		case "deleted": return `${what} is deleted.`;
		case "already_absent": return `${what} had been deleted already.`;
		case "kept": return `${what} is kept.`;
		case "failed":
		case "timed_out":
		case "cancelled": return notDone(facts, told);
		default: return "";
	}
}
function notDone(facts, { mode, journal, jobFailed }) {
	const { server, id } = facts;
	const what = `snapshot ${id}${server ? ` of ${(0,_references_js__WEBPACK_IMPORTED_MODULE_0__.n)(server)}` : ""}`;
	if (server && journal.mayHave("restore", server.id)) return `${subjectOf(facts)} was asked to go back to snapshot ${id}, which is not confirmed; the snapshot is kept.`;
	if (mode === "restore" || jobFailed) return `${subjectOf(facts)} was not put back to snapshot ${id}.`;
	if (mode === "delete") return id !== void 0 && journal.mayHave("delete", id) ? `Whether ${what} is deleted is not known.` : `${(0,_references_js__WEBPACK_IMPORTED_MODULE_0__.t)(what)} was not deleted.`;
	if (id !== void 0) return mode === "create" || mode === "wait" ? `${(0,_references_js__WEBPACK_IMPORTED_MODULE_0__.t)(what)} is not complete.` : `${(0,_references_js__WEBPACK_IMPORTED_MODULE_0__.t)(what)} was left alone.`;
	return server && journal.mayHave("create", server.id) ? `${subjectOf(facts)} was asked for a snapshot; whether there is one is not known.` : `${subjectOf(facts)} has no new snapshot.`;
}
function subjectOf({ server }) {
	return server ? (0,_references_js__WEBPACK_IMPORTED_MODULE_0__.t)((0,_references_js__WEBPACK_IMPORTED_MODULE_0__.n)(server)) : "A server";
}
function ofTime(snapshot) {
	const made = (0,_references_js__WEBPACK_IMPORTED_MODULE_0__.a)(snapshot);
	return made === void 0 ? "" : ` of ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.i)(new Date(made))}`;
}
// src/report/timeline.ts
function timeline(moments, now) {
	if (moments.length === 0) return "";
	const sorted = moments.toSorted((one, other) => one.at.getTime() - other.at.getTime());
	return [table$1(sorted), chart(sorted, now)].filter(Boolean).join("\n\n");
}
function table$1(moments) {
	return [
		"| Time | Server | What | After |",
		"| --- | --- | --- | ---: |",
		...moments.map(({ at, what, serverId }, index) => {
			const before = moments.slice(0, index).findLast((earlier) => earlier.serverId === serverId);
			const since = before ? `+${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(at.getTime() - before.at.getTime())}` : "";
			return `| ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.i)(at)} | ${serverId} | ${what} | ${since} |`;
		}).slice(0, mostRows)
	].join("\n");
}
const mostRows = 200;
const mostServersInChart = 20;
function chart(moments, now) {
	const sections = [...new Set(moments.map(({ serverId }) => serverId))].slice(0, mostServersInChart).flatMap((server) => {
		const bars = barsOf(moments.filter(({ serverId }) => serverId === server), now);
		return bars.length === 0 ? [] : [`  section server ${server}`, ...bars];
	});
	if (sections.length === 0) return "";
	return [
		"```mermaid",
		"gantt",
		"  dateFormat YYYY-MM-DD HH:mm:ss",
		`  axisFormat ${isShort(moments, now) ? "%H:%M:%S" : "%H:%M"}`,
		...sections,
		"```"
	].join("\n");
}
function isShort(moments, now) {
	const began = Math.min(...moments.map(({ at }) => at.getTime()));
	return now.getTime() - began < 36e5;
}
function barsOf(moments, now) {
	const at = (what) => moments.find((moment) => moment.what === what)?.at;
	const bar = (label, from, to) => from && to ? [`    ${label}, ${stamp(from)}, ${stamp(to)}`] : [];
	return [
		...bar("snapshot :done", at("snapshot requested"), at("snapshot complete")),
		...bar("job :active", at("snapshot complete"), at("job ended")),
		...at("server back") ? bar("restore :crit", at("restore requested"), at("server back")) : bar("restore not confirmed :crit, active", at("restore requested"), now)
	];
}
function stamp(date) {
	return date.toISOString().slice(0, 19).replace("T", " ");
}
// src/report/summary.ts
var summary_exports = __exportAll({ summary: () => summary });
const mostRowsInSummary = 200;
const mostSentences = 20;
const charactersOfDetail = 100;
function summary(story, mostRows = mostRowsInSummary) {
	const { mode, result, tookMs } = story;
	const whole = [
		`### ${signOf(story)} VPS.org snapshot: ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(mode)} – ${result.replaceAll("_", " ")} in ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(tookMs)}`,
		sentences(story),
		failed(story),
		story.reason && (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(story.reason),
		plan(story),
		table(story, mostRows),
		annotations(story),
		slots(story),
		timeline(story.journal.moments, story.endedAt),
		byHand(story, mostRows)
	].filter((part) => part !== "").join("\n\n").concat("\n");
	return (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.f)(whole, 1e6);
}
function signOf({ failure, jobFailed, journal }) {
	if (failure) return "❌";
	return jobFailed || journal.annotations.some(({ level }) => level === "warning") ? "⚠️" : "✅";
}
function sentences(story) {
	const { mode, journal } = story;
	if (mode === "prune" || mode === "list") return "";
	const lines = journal.entries.map(({ facts }) => sentenceOn(facts, story)).filter(Boolean).slice(0, mostSentences).map((one) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(one));
	return lines.length < 2 ? lines.join("") : lines.map((line) => `- ${line}`).join("\n");
}
function failed({ failure }) {
	if (!failure) return "";
	const lines = failure.message.split("\n").map((line) => `> ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(line, 4e3)}`);
	return [`> **${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(failure.title)}**`, ...lines].join("  \n");
}
function plan({ result, journal }) {
	if (result !== "planned") return "";
	return [
		"Nothing was changed. This would be done:",
		"",
		...journal.plan.map((line) => `- ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(line)}`)
	].join("\n");
}
function table({ journal, now }, mostRows) {
	if (journal.entries.length === 0) return "";
	const rows = journal.entries.slice(0, mostRows).map(({ facts }) => row(facts, now));
	const rest = journal.entries.length - rows.length;
	return [
		"| Server | Snapshot | Status | Size | Age | Took | Result |",
		"| --- | --- | --- | ---: | ---: | ---: | --- |",
		...rows,
		...rest > 0 ? [`| … | and ${rest} more | | | | | |`] : []
	].join("\n");
}
function row(facts, now) {
	const { server, id, snapshot, result, tookMs } = facts;
	const age = snapshot && now !== void 0 ? (0,_references_js__WEBPACK_IMPORTED_MODULE_0__.i)(snapshot, now) : void 0;
	const word = (result ?? snapshot?.status ?? "not made").replaceAll("_", " ");
	return `| ${[
		server ? `${server.id}${server.name ? ` ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(server.name)}` : ""}` : "–",
		id === void 0 ? "–" : `${id}${snapshot?.name ? ` ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(snapshot.name)}` : ""}`,
		snapshot ? (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.d)(snapshot.status) : "–",
		(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.r)(snapshot?.sizeMb ?? null),
		age === void 0 ? "–" : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(age),
		tookMs === void 0 ? "–" : (0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(tookMs),
		[(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(word), ...detailsOf(facts)].join("; ")
	].join(" | ")} |`;
}
function detailsOf({ adopted, stoppedMs, remark }) {
	return [
		...adopted ? ["found after a lost answer"] : [],
		...stoppedMs === void 0 ? [] : [`the server stood still for ${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.n)(stoppedMs)}`],
		...remark ? [(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(firstSentence(remark), charactersOfDetail)] : []
	];
}
function annotations({ journal }) {
	return journal.annotations.map(({ level, text }) => `- ${level === "warning" ? "⚠️" : "ℹ️"} ${(0,_start_js__WEBPACK_IMPORTED_MODULE_1__.p)(text, 4e3)}`).join("\n");
}
function slots({ journal }) {
	const used = [...journal.slots].slice(0, mostRowsInSummary).map(([server, taken]) => `server ${server}: ${taken} of 5`);
	return used.length === 0 ? "" : `Slots used: ${used.join(", ")}.`;
}
function firstSentence(text) {
	return /^.+?[^.]\.(?= )/.exec(text)?.[0] ?? text;
}
function byHand(story, mostRows) {
	const { rollback, uses } = story;
	if (rollback.length === 0) return "";
	return [
		`<details><summary>Roll back by hand (${(0,_format_js__WEBPACK_IMPORTED_MODULE_2__.t)(rollback.length, "snapshot")})</summary>`,
		"",
		"```yaml",
		`- uses: ${uses}`,
		"  with:",
		"    mode: restore",
		"    api_token: ${{ secrets.VPS_API_TOKEN }}",
		`    snapshot_id: "${rollback.join(",")}"`,
		"```",
		"",
		...withoutAction(story, mostRows),
		"</details>"
	].join("\n");
}
function withoutAction({ rollback, byHand: lines, journal }, mostRows) {
	const ids = rollback.slice(0, mostRows).flatMap((id) => (0,_start_js__WEBPACK_IMPORTED_MODULE_1__.a)(id) ?? []);
	if (!lines || ids.length === 0) return [];
	const serverOf = (id) => {
		const server = journal.entries.find(({ facts }) => facts.id === id)?.facts.server?.id;
		return server === void 0 ? "the server" : `server ${server}`;
	};
	return [
		"Or without GitHub and without this action:",
		"",
		"```bash",
		"# what there is",
		lines.list(),
		...ids.flatMap((id) => [`# put ${serverOf(id)} back`, lines.restore(id)]),
		"# once nobody needs it any more",
		...ids.map((id) => lines.delete(id)),
		"```",
		""
	];
}



/***/ })

};
