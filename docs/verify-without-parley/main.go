// Verifies an export of Parley with none of Parley's code: Go's own Ed25519, notes and trees.
//
//	go run . EXPORT [EARLIER-EXPORT]
//
// It prints the fingerprint of the founding act and one line for each room, and ends with 1 where anything
// does not hold. What it leaves to `parley verify`: the table of who may say what where, and the rules.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type export struct {
	Format  string `json:"format"`
	Process string `json:"process"`
	Rooms   []struct {
		Room string `json:"room"`
		Size int64  `json:"size"`
	} `json:"rooms"`
	Blobs []string `json:"blobs"`
}

type signature struct{ key, sig string }

type entry struct {
	raw, act   []byte
	received   string
	roster     int64
	signatures []signature
	said       act
}

type act struct {
	ID      string `json:"id"`
	Process string `json:"process"`
	Room    string `json:"room"`
	Kind    string `json:"kind"`
	By      struct {
		Member string `json:"member"`
		Office string `json:"office"`
	} `json:"by"`
	Seen struct {
		Size int64  `json:"size"`
		Root string `json:"root"`
	} `json:"seen"`
	Payload json.RawMessage `json:"payload"`
}

type row struct {
	Head string `json:"head"`
}

type founding struct {
	HostName string         `json:"hostName"`
	Log      string         `json:"log"`
	Host     row            `json:"host"`
	Parties  map[string]row `json:"parties"`
	Heads    []struct {
		Office string `json:"office"`
		Head   string `json:"head"`
	} `json:"heads"`
	Witnesses []struct {
		Office string `json:"office"`
		Key    string `json:"key"`
	} `json:"witnesses"`
}

type seat struct {
	office, member, key string
	from, until         int64
}

type head struct {
	key  string
	from int64
}

var failures int

func main() {
	if len(os.Args) < 2 || len(os.Args) > 3 {
		fmt.Fprintln(os.Stderr, "Name an export: go run . EXPORT [EARLIER-EXPORT]")
		os.Exit(2)
	}
	dir := os.Args[1]
	made := describe(dir)
	logs := map[string][]entry{}
	for _, one := range made.Rooms {
		logs[one.Room] = entriesOf(dir, one.Room, one.Size)
	}
	if len(logs["process"]) == 0 {
		stop("The room process is empty: there is no founding act.")
	}
	first := logs["process"][0]
	var opened founding
	must(json.Unmarshal(first.said.Payload, &opened))
	seats, heads := roster(opened, logs["process"])
	digest := sha256.Sum256(first.act)
	fmt.Println("Fingerprint of the founding act, to compare with the paper:")
	fmt.Println("  " + grouped(hex.EncodeToString(digest[:])))

	acts, signatures, receipts := 0, 0, 0
	ids := map[string]bool{}
	for _, one := range made.Rooms {
		entries := logs[one.Room]
		hashes := storedHashes(entries)
		root := treeHash(one.Size, hashes)
		by := checkHead(dir, made.Process, one.Room, opened, one.Size, root)
		fmt.Printf("  %-14s %6d  %x  %s\n", one.Room, one.Size, root[:], strings.Join(by, ", "))
		checkTiles(dir, one.Room, one.Size, hashes)
		signatures += checkEntries(made.Process, one.Room, opened, entries, logs["process"], hashes, ids, seats, heads)
		receipts += checkReceipts(dir, made.Process, one.Room, opened, entries)
		acts += len(entries)
		if len(os.Args) == 3 {
			checkEarlier(os.Args[2], made.Process, one.Room, opened, one.Size, hashes)
		}
	}
	for _, blob := range made.Blobs {
		sum := sha256.Sum256(read(filepath.Join(dir, "blobs", blob)))
		expect(hex.EncodeToString(sum[:]) == blob, "the blob %s has other bytes", blob)
	}
	if failures > 0 {
		fmt.Printf("%d things do not hold.\n", failures)
		os.Exit(1)
	}
	fmt.Printf("All holds: %d acts, %d signatures, %d logs, %d receipts, %d blobs.\n",
		acts, signatures, len(made.Rooms), receipts, len(made.Blobs))
}

func describe(dir string) export {
	var made export
	must(json.Unmarshal(read(filepath.Join(dir, "parley-export.json")), &made))
	if made.Format != "parley-export/1" {
		stop("It is not in the form parley-export/1.")
	}
	return made
}

// The entries of a room: bundles of 256, each entry after its length in 16 bits (C2SP tlog-tiles).
func entriesOf(dir, room string, size int64) []entry {
	var entries []entry
	for index := int64(0); index*256 < size; index++ {
		width := min(256, size-index*256)
		name := strings.Replace(tilePath(tlog.Tile{H: 8, L: 0, N: index, W: int(width)}), "tile/0/", "tile/entries/", 1)
		bundle := read(filepath.Join(dir, "rooms", room, name))
		for len(bundle) > 0 {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				stop("A bundle of the room %s is cut off.", room)
			}
			length := int(binary.BigEndian.Uint16(bundle))
			entries = append(entries, parse(room, len(entries), bundle[2:2+length]))
			bundle = bundle[2+length:]
		}
	}
	if int64(len(entries)) != size {
		stop("The room %s has %d entries and should have %d.", room, len(entries), size)
	}
	return entries
}

// parley-entry/v1: a head of lines, a blank line, the act's exact bytes.
func parse(room string, seq int, raw []byte) entry {
	text, body, found := bytes.Cut(raw, []byte("\n\n"))
	lines := strings.Split(string(text), "\n")
	if !found || len(lines) < 3 || lines[0] != "parley-entry/v1" {
		stop("Entry %d of the room %s is not in the form parley-entry/v1.", seq, room)
	}
	one := entry{raw: raw, act: body, received: strings.TrimPrefix(lines[1], "received ")}
	size, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "roster "), 10, 64)
	must(err)
	one.roster = size
	for _, line := range lines[3:] {
		fields := strings.Split(line, " ")
		if len(fields) != 3 || fields[0] != "signature" {
			stop("Entry %d of the room %s has a line that is no signature.", seq, room)
		}
		one.signatures = append(one.signatures, signature{fields[1], fields[2]})
	}
	must(json.Unmarshal(body, &one.said))
	return one
}

// Seats and heads, each with its place in the log of the room process.
func roster(opened founding, entries []entry) ([]seat, map[string][]head) {
	heads := map[string][]head{
		"host":    {{opened.Host.Head, 0}},
		"party-a": {{opened.Parties["a"].Head, 0}},
		"party-b": {{opened.Parties["b"].Head, 0}},
	}
	for _, one := range opened.Heads {
		if heads[one.Office] == nil {
			heads[one.Office] = []head{{one.Head, 0}}
		}
	}
	var seats []seat
	for at, one := range entries {
		var about struct{ Office, Member, Key, Head string }
		must(json.Unmarshal(one.said.Payload, &about))
		switch one.said.Kind {
		case "seat.granted":
			seats = append(seats, seat{about.Office, about.Member, about.Key, int64(at), -1})
		case "seat.revoked":
			for i := range seats {
				held := &seats[i]
				if held.key == about.Key && held.office == about.Office && held.member == about.Member && held.until < 0 {
					held.until = int64(at)
				}
			}
		case "head.replaced":
			heads[about.Office] = append(heads[about.Office], head{about.Head, int64(at)})
		}
	}
	return seats, heads
}

func checkEntries(process, room string, opened founding, entries, seated []entry, hashes reader, ids map[string]bool, seats []seat, heads map[string][]head) int {
	signatures, received, roster := 0, "", int64(0)
	for at, one := range entries {
		where := fmt.Sprintf("%s, place %d", room, at)
		expect(one.said.Room == room && one.said.Process == process, "%s: the act belongs elsewhere", where)
		expect(!ids[one.said.ID], "%s: an act with this id stands in this copy already", where)
		expect(one.received >= received, "%s: it was received before the entry before it", where)
		expect(one.roster >= roster, "%s: its roster is smaller than that of the entry before it", where)
		expect(room != "process" || one.roster == int64(at), "%s: it names another roster than its own place", where)
		expect(inTime(one, room, seated), "%s: it names other seats than those that stood when it was received", where)
		ids[one.said.ID], received, roster = true, one.received, one.roster
		expect(one.said.Seen.Size <= int64(at) &&
			treeHash(one.said.Seen.Size, hashes).String() == one.said.Seen.Root,
			"%s: its author saw another history at size %d", where, one.said.Seen.Size)
		for _, by := range one.signatures {
			key, sig := decode(by.key), decode(by.sig)
			expect(len(key) == ed25519.PublicKeySize && ed25519.Verify(key, one.act, sig),
				"%s: the signature by %s does not hold", where, by.key)
			signatures++
		}
		expect(maySign(one, opened, seats, heads), "%s: signed by a key that may not sign it", where)
	}
	return signatures
}

// Times of receipt are written alike, so that their order is that of the text.
func inTime(one entry, room string, seated []entry) bool {
	if one.roster > int64(len(seated)) {
		return false
	}
	if one.roster > 0 && one.received < seated[one.roster-1].received {
		return false
	}
	return room == "process" || one.roster == int64(len(seated)) || one.received <= seated[one.roster].received
}

// Whether exactly the right keys have signed, judged on the first `roster` entries of the room process.
func maySign(one entry, opened founding, seats []seat, heads map[string][]head) bool {
	var signed []string
	for _, by := range one.signatures {
		signed = append(signed, by.key)
	}
	headAt := func(office string) (key string) {
		for _, held := range heads[office] {
			if held.from < one.roster {
				key = held.key
			}
		}
		return key
	}
	var needed []string
	switch one.said.Kind {
	case "process.opened":
		needed = []string{opened.Host.Head, opened.Parties["a"].Head, opened.Parties["b"].Head}
	case "seat.granted", "seat.revoked":
		needed = []string{headAt(one.said.By.Office)}
	case "head.replaced":
		var next struct{ Head string }
		must(json.Unmarshal(one.said.Payload, &next))
		old := headAt(one.said.By.Office)
		if old == "" {
			old = headAt(sponsorOf(one.said.By.Office))
		}
		needed = []string{old, next.Head}
	default:
		return len(signed) == 1 && slices.ContainsFunc(seats, func(held seat) bool {
			return held.key == signed[0] && held.office == one.said.By.Office && held.member == one.said.By.Member &&
				held.from < one.roster && (held.until < 0 || held.until >= one.roster)
		})
	}
	slices.Sort(needed)
	slices.Sort(signed)
	return slices.Equal(needed, signed)
}

// An office without a head gets its first from its side's party, or, of neither side, from the host.
func sponsorOf(office string) string {
	for _, side := range []string{"a", "b"} {
		if strings.HasSuffix(office, "-"+side) {
			return "party-" + side
		}
	}
	return "host"
}

// The log's key stands in the founding act; in each room it signs under that room's origin.
func verifierOf(process, room string, opened founding) note.Verifier {
	key := decode(opened.Log[strings.LastIndex(opened.Log, "+")+1:])
	name := opened.HostName + "/" + process + "/" + room
	sum := sha256.Sum256(append([]byte(name+"\n"), key...))
	verifier, err := note.NewVerifier(fmt.Sprintf("%s+%08x+%s", name, binary.BigEndian.Uint32(sum[:]), base64.StdEncoding.EncodeToString(key)))
	must(err)
	return verifier
}

// The signed head of a log: origin, size, root. Nil where the signature does not hold.
func openHead(text []byte, process, room string, opened founding) *tlog.Tree {
	verifier := verifierOf(process, room, opened)
	signed, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		expect(false, "%s: its checkpoint: %v", room, err)
		return nil
	}
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		expect(false, "%s: its checkpoint is of another log", room)
		return nil
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)
	return &tlog.Tree{N: size, Hash: root}
}

// Answers the offices whose witnesses have cosigned the head.
func checkHead(dir, process, room string, opened founding, size int64, root tlog.Hash) []string {
	text := read(filepath.Join(dir, "rooms", room, "checkpoint"))
	tree := openHead(text, process, room, opened)
	if tree == nil {
		return nil
	}
	expect(tree.N == size && tree.Hash == root, "%s: its root is not the root of the entries", room)
	signed, err := note.Open(text, note.VerifierList(verifierOf(process, room, opened)))
	must(err)
	var by []string
	for _, line := range signed.UnverifiedSigs {
		for _, witness := range opened.Witnesses {
			name, rest, _ := strings.Cut(witness.Key, "+")
			id, key, _ := strings.Cut(rest, "+")
			if name == line.Name && id == fmt.Sprintf("%08x", line.Hash) {
				expect(cosigned(signed.Text, decode(line.Base64), decode(key)), "%s: the cosignature of %s does not hold", room, name)
				by = append(by, witness.Office)
			}
		}
	}
	return by
}

// C2SP tlog-cosignature: four bytes of key id, eight of time, and a signature over time and text. The key's first byte says 4.
func cosigned(text string, line, key []byte) bool {
	if len(line) != 4+8+ed25519.SignatureSize || len(key) != 1+ed25519.PublicKeySize || key[0] != 4 {
		return false
	}
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(line[4:]), text)
	return ed25519.Verify(key[1:], []byte(message), line[12:])
}

func checkTiles(dir, room string, size int64, hashes reader) {
	for _, tile := range tlog.NewTiles(8, 0, size) {
		data, err := tlog.ReadTileData(tile, hashes)
		must(err)
		expect(bytes.Equal(data, read(filepath.Join(dir, "rooms", room, tilePath(tile)))), "%s: %s is not the tree's", room, tilePath(tile))
	}
}

// C2SP tlog-proof: an index, the hashes from the leaf to the root, and the signed checkpoint.
func checkReceipts(dir, process, room string, opened founding, entries []entry) int {
	files, err := filepath.Glob(filepath.Join(dir, "rooms", room, "receipts", "*.tlog-proof"))
	must(err)
	for _, file := range files {
		top, checkpoint, _ := strings.Cut(string(read(file)), "\n\n")
		lines := strings.Split(top, "\n")
		if len(lines) < 2 {
			stop("The receipt %s is not in the form c2sp.org/tlog-proof@v1.", file)
		}
		index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
		must(err)
		var proof tlog.RecordProof
		for _, line := range lines[2:] {
			hash, err := tlog.ParseHash(line)
			must(err)
			proof = append(proof, hash)
		}
		tree := openHead([]byte(checkpoint), process, room, opened)
		if tree == nil || index >= int64(len(entries)) {
			expect(false, "%s: the receipt %s names no entry", room, filepath.Base(file))
			continue
		}
		err = tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entries[index].raw))
		expect(lines[0] == "c2sp.org/tlog-proof@v1" && err == nil, "%s: the receipt %s proves nothing", room, filepath.Base(file))
	}
	return len(files)
}

// The earlier copy's signed root must be the root of the first entries of this one.
func checkEarlier(dir, process, room string, opened founding, size int64, hashes reader) {
	text, err := os.ReadFile(filepath.Join(dir, "rooms", room, "checkpoint"))
	if err != nil {
		return // the room was empty then
	}
	if tree := openHead(text, process, room, opened); tree != nil {
		expect(tree.N <= size && treeHash(tree.N, hashes) == tree.Hash, "%s: two histories were shown, at size %d", room, tree.N)
	}
}

type reader []tlog.Hash

func (all reader) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		found[i] = all[index]
	}
	return found, nil
}

func storedHashes(entries []entry) reader {
	var all reader
	for at, one := range entries {
		hashes, err := tlog.StoredHashes(int64(at), one.raw, all)
		must(err)
		all = append(all, hashes...)
	}
	return all
}

func treeHash(size int64, hashes reader) tlog.Hash {
	if size == 0 {
		return sha256.Sum256(nil)
	}
	root, err := tlog.TreeHash(size, hashes)
	must(err)
	return root
}

// Go writes tile/8/0/…, C2SP tile/0/…: the height is always 8 there.
func tilePath(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

func decode(text string) []byte {
	data, err := base64.StdEncoding.Strict().DecodeString(text)
	must(err)
	return data
}

func grouped(text string) string {
	var groups []string
	for at := 0; at < len(text); at += 8 {
		groups = append(groups, text[at:at+8])
	}
	return strings.Join(groups, " ")
}

func expect(holds bool, words string, about ...any) {
	if !holds {
		failures++
		fmt.Printf("✗ "+words+"\n", about...)
	}
}

func read(name string) []byte {
	data, err := os.ReadFile(name)
	must(err)
	return data
}

func must(err error) {
	if err != nil {
		stop("%v", err)
	}
}

func stop(words string, about ...any) {
	fmt.Printf("✗ "+words+"\n", about...)
	os.Exit(1)
}
