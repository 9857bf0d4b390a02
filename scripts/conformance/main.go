// Conformance judges a log that Parley has written, with Go's own sumdb/note and sumdb/tlog, and with the
// Merkle proofs of transparency-dev, which the public witnesses run.
// It prints what passed and failed as JSON, and writes notes and proofs of its own for Parley to judge.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proofAt struct {
	At    int64    `json:"at"`
	Proof []string `json:"proof"`
}

type treeAt struct {
	Size        int64     `json:"size"`
	Root        string    `json:"root"`
	Inclusion   []proofAt `json:"inclusion"`
	Consistency []proofAt `json:"consistency"`
}

type digestAt struct {
	Size        int64  `json:"size"`
	Root        string `json:"root"`
	Inclusion   string `json:"inclusion"`
	Consistency string `json:"consistency"`
}

type facts struct {
	Origin    string     `json:"origin"`
	Size      int64      `json:"size"`
	LogKey    string     `json:"logKey"`
	LogSecret string     `json:"logSecret"`
	Parties   []string   `json:"parties"`
	Witnesses []string   `json:"witnesses"`
	Small     []digestAt `json:"small"`
	Trees     []treeAt   `json:"trees"`
}

type fromGo struct {
	Key   string   `json:"key"`
	Note  string   `json:"note"`
	Trees []treeAt `json:"trees"`
}

var (
	dir    string
	passed int
	failed []string
)

func main() {
	dir = os.Args[1]
	var log facts
	must(json.Unmarshal(read("facts.json"), &log))
	entries := readEntries(log.Size)
	hashes := store(entries)

	root := checkNote(log)
	checkTiles(log, hashes)
	checkTrees(log, hashes, entries)
	checkSmall(log, hashes)
	checkFromTiles(log, root)
	checkLies(log, root, entries)
	answer(log, hashes)

	must(json.NewEncoder(os.Stdout).Encode(map[string]any{"passed": passed, "failed": failed}))
}

// The checkpoint: signatures of the log, of both parties, and of both witnesses by tlog-cosignature.
func checkNote(log facts) tlog.Hash {
	opened, err := note.Open(read("checkpoint"), note.VerifierList(verifiers(log)...))
	must(err)
	expect("all five signatures of the checkpoint", len(opened.Sigs) == 5 && len(opened.UnverifiedSigs) == 0)
	lines := strings.Split(opened.Text, "\n")
	root, err := tlog.ParseHash(lines[2])
	must(err)
	expect("origin and size of the checkpoint", lines[0] == log.Origin && lines[1] == strconv.FormatInt(log.Size, 10))
	signer, err := note.NewSigner(log.LogSecret)
	must(err)
	resigned, err := note.Sign(&note.Note{Text: opened.Text}, signer)
	must(err)
	expect("Go signs the checkpoint to the same bytes", bytes.HasPrefix(read("checkpoint"), resigned))
	return root
}

// Every file of the log: the tiles Go would write, with the hashes Go would write, over the entries of the bundles.
func checkTiles(log facts, hashes reader) {
	tiles := tlog.NewTiles(8, 0, log.Size)
	for _, tile := range tiles {
		data, err := tlog.ReadTileData(tile, hashes)
		must(err)
		expect("tile "+path(tile), bytes.Equal(data, read(path(tile))))
	}
	files := 0
	must(filepath.WalkDir(filepath.Join(dir, "tile"), func(name string, entry os.DirEntry, err error) error {
		if !entry.IsDir() && !strings.Contains(name, "entries") {
			files++
		}
		return err
	}))
	expect("no tiles but these", files == len(tiles))
}

// Explicit roots and proofs at chosen sizes: equal to Go's, and accepted by Go.
func checkTrees(log facts, hashes reader, entries [][]byte) {
	for _, tree := range log.Trees {
		root, err := tlog.TreeHash(tree.Size, hashes)
		must(err)
		expect(fmt.Sprintf("root at %d", tree.Size), root.String() == tree.Root)
		for _, one := range tree.Inclusion {
			own, err := tlog.ProveRecord(tree.Size, one.At, hashes)
			must(err)
			expect(fmt.Sprintf("inclusion of %d in %d is Go's", one.At, tree.Size), same(own, one.Proof))
			err = tlog.CheckRecord(parse(one.Proof), tree.Size, root, one.At, tlog.RecordHash(entries[one.At]))
			expect(fmt.Sprintf("CheckRecord of %d in %d", one.At, tree.Size), err == nil)
			err = proof.VerifyInclusion(rfc6962.DefaultHasher, uint64(one.At), uint64(tree.Size),
				rfc6962.DefaultHasher.HashLeaf(entries[one.At]), raw(one.Proof), root[:])
			expect(fmt.Sprintf("VerifyInclusion of %d in %d", one.At, tree.Size), err == nil)
		}
		for _, one := range tree.Consistency {
			own, err := tlog.ProveTree(tree.Size, one.At, hashes)
			must(err)
			expect(fmt.Sprintf("consistency of %d with %d is Go's", one.At, tree.Size), same(own, one.Proof))
			old, err := tlog.TreeHash(one.At, hashes)
			must(err)
			err = tlog.CheckTree(tlog.TreeProof(parse(one.Proof)), tree.Size, root, one.At, old)
			expect(fmt.Sprintf("CheckTree of %d with %d", one.At, tree.Size), err == nil)
			err = proof.VerifyConsistency(rfc6962.DefaultHasher, uint64(one.At), uint64(tree.Size),
				raw(one.Proof), old[:], root[:])
			expect(fmt.Sprintf("VerifyConsistency of %d with %d", one.At, tree.Size), err == nil)
		}
	}
}

// Every root and every proof of small trees, compared by one digest for each size and kind.
func checkSmall(log facts, hashes reader) {
	for _, small := range log.Small {
		root, err := tlog.TreeHash(small.Size, hashes)
		must(err)
		expect(fmt.Sprintf("root at %d", small.Size), root.String() == small.Root)
		inclusion, consistency := sha256.New(), sha256.New()
		for at := int64(0); at < small.Size; at++ {
			proof, err := tlog.ProveRecord(small.Size, at, hashes)
			must(err)
			for _, hash := range proof {
				inclusion.Write(hash[:])
			}
			steps, err := tlog.ProveTree(small.Size, at+1, hashes)
			must(err)
			for _, hash := range steps {
				consistency.Write(hash[:])
			}
		}
		expectMany(int(small.Size), fmt.Sprintf("all inclusion proofs at %d", small.Size),
			base64.StdEncoding.EncodeToString(inclusion.Sum(nil)) == small.Inclusion)
		expectMany(int(small.Size), fmt.Sprintf("all consistency proofs at %d", small.Size),
			base64.StdEncoding.EncodeToString(consistency.Sum(nil)) == small.Consistency)
	}
}

// Proofs that Go builds from the tile files alone, authenticated against the signed root.
func checkFromTiles(log facts, root tlog.Hash) {
	fromTiles := tlog.TileHashReader(tlog.Tree{N: log.Size, Hash: root}, tileFiles{})
	last := log.Trees[len(log.Trees)-1]
	for _, one := range last.Inclusion {
		proof, err := tlog.ProveRecord(log.Size, one.At, fromTiles)
		expect(fmt.Sprintf("inclusion of %d from tiles", one.At), err == nil && same(proof, one.Proof))
	}
	for _, one := range last.Consistency {
		proof, err := tlog.ProveTree(log.Size, one.At, fromTiles)
		expect(fmt.Sprintf("consistency of %d from tiles", one.At), err == nil && same(proof, one.Proof))
	}
}

// What must be refused. A lie that passes is a failure of the check, not of the log.
func checkLies(log facts, root tlog.Hash, entries [][]byte) {
	bent := root
	bent[5] ^= 1
	last := log.Trees[len(log.Trees)-1]
	for _, one := range last.Inclusion {
		proof, leaf := parse(one.Proof), tlog.RecordHash(entries[one.At])
		entry := append([]byte{1}, entries[one.At]...)
		refused("a changed entry", tlog.CheckRecord(proof, log.Size, root, one.At, tlog.RecordHash(entry)))
		refused("a changed root", tlog.CheckRecord(proof, log.Size, bent, one.At, leaf))
		refused("a shortened inclusion proof", tlog.CheckRecord(proof[1:], log.Size, root, one.At, leaf))
		refused(fmt.Sprintf("inclusion of %d in %d at another index", one.At, log.Size), tlog.CheckRecord(proof, log.Size, root, (one.At+1)%log.Size, leaf))
	}
	for _, one := range last.Consistency {
		if one.At == log.Size {
			continue
		}
		proof := tlog.TreeProof(parse(one.Proof))
		refused("a changed old root", tlog.CheckTree(proof, log.Size, root, one.At, bent))
		if len(proof) > 0 {
			refused("a shortened consistency proof", tlog.CheckTree(proof[1:], log.Size, root, one.At, root))
		}
	}
	text := read("checkpoint")
	for _, name := range append([]string{log.Origin}, names(log)...) {
		at := bytes.Index(text, []byte("— "+name+" ")) + len("— "+name+" ") + 30
		changed := bytes.Clone(text)
		changed[at] = otherLetter(changed[at])
		_, err := note.Open(changed, note.VerifierList(verifiers(log)...))
		refused("a changed signature of "+name, err)
	}
	_, err := note.Open(bytes.Replace(text, []byte("\n70000\n"), []byte("\n70001\n"), 1), note.VerifierList(verifiers(log)...))
	refused("a changed size", err)
	_, err = tlog.ProveRecord(log.Size, 1, tlog.TileHashReader(tlog.Tree{N: log.Size, Hash: bent}, tileFiles{}))
	refused("tiles under another root", err)
}

// The other direction: a key, a note, roots and proofs made by Go.
func answer(log facts, hashes reader) {
	secret, key, err := note.GenerateKey(rand.Reader, "go.example/log")
	must(err)
	signer, err := note.NewSigner(secret)
	must(err)
	var trees []treeAt
	for _, size := range []int64{1, 2, 3, 7, 8, 64, 255, 256, 257, 1000, 4097, 65536, log.Size} {
		root, err := tlog.TreeHash(size, hashes)
		must(err)
		tree := treeAt{Size: size, Root: root.String()}
		for i := int64(0); i < 40; i++ {
			at := i * 7919 % size
			proof, err := tlog.ProveRecord(size, at, hashes)
			must(err)
			tree.Inclusion = append(tree.Inclusion, proofAt{at, texts(proof)})
			steps, err := tlog.ProveTree(size, at+1, hashes)
			must(err)
			tree.Consistency = append(tree.Consistency, proofAt{at + 1, texts(steps)})
		}
		trees = append(trees, tree)
	}
	last := trees[len(trees)-1]
	text := fmt.Sprintf("go.example/log\n%d\n%s\n", last.Size, last.Root)
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	must(err)
	out, err := json.Marshal(fromGo{key, string(signed), trees})
	must(err)
	must(os.WriteFile(filepath.Join(dir, "from-go.json"), out, 0o600))
}

// A verifier of C2SP tlog-cosignature, which Go's note package has not: type 4, the time before the signature.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(text, sig []byte) bool {
	if len(sig) != 72 {
		return false
	}
	seconds := binary.BigEndian.Uint64(sig)
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s", seconds, text)
	return ed25519.Verify(c.key, []byte(message), sig[8:])
}

func newCosigner(vkey string) cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	must(err)
	digest := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	hash := binary.BigEndian.Uint32(digest[:])
	expect("key id of "+parts[0], fmt.Sprintf("%08x", hash) == parts[1] && key[0] == 4 && len(key) == 33)
	return cosigner{parts[0], hash, key[1:]}
}

func verifiers(log facts) []note.Verifier {
	var list []note.Verifier
	for _, key := range append([]string{log.LogKey}, log.Parties...) {
		verifier, err := note.NewVerifier(key)
		must(err)
		list = append(list, verifier)
	}
	for _, key := range log.Witnesses {
		list = append(list, newCosigner(key))
	}
	return list
}

func names(log facts) []string {
	var list []string
	for _, key := range append(append([]string{}, log.Parties...), log.Witnesses...) {
		list = append(list, strings.SplitN(key, "+", 2)[0])
	}
	return list
}

// All hashes of the log, computed by Go from the entries.
type reader []tlog.Hash

func (r reader) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		out[i] = r[index]
	}
	return out, nil
}

func store(entries [][]byte) reader {
	var all reader
	for i, entry := range entries {
		more, err := tlog.StoredHashes(int64(i), entry, all)
		must(err)
		all = append(all, more...)
	}
	return all
}

type tileFiles struct{}

func (tileFiles) Height() int                         { return 8 }
func (tileFiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (tileFiles) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		data = append(data, read(path(tile)))
	}
	return data, nil
}

// C2SP leaves the height out of the path.
func path(tile tlog.Tile) string {
	return strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
}

func readEntries(size int64) [][]byte {
	var entries [][]byte
	for first := int64(0); first < size; first += 256 {
		tile := tlog.Tile{H: 8, L: 0, N: first / 256, W: int(min(256, size-first))}
		bundle := read(strings.Replace(path(tile), "tile/0/", "tile/entries/", 1))
		leaves := read(path(tile))
		for i := 0; i < tile.W; i++ {
			length := int(binary.BigEndian.Uint16(bundle))
			entry := bundle[2 : 2+length]
			bundle = bundle[2+length:]
			hash := tlog.RecordHash(entry)
			expect("a leaf of the tile is the hash of its entry", bytes.Equal(hash[:], leaves[32*i:32*i+32]))
			entries = append(entries, entry)
		}
		expect("a bundle ends with its last entry", len(bundle) == 0)
	}
	return entries
}

func parse(proof []string) tlog.RecordProof {
	out := tlog.RecordProof{}
	for _, text := range proof {
		hash, err := tlog.ParseHash(text)
		must(err)
		out = append(out, hash)
	}
	return out
}

func raw(texts []string) [][]byte {
	out := [][]byte{}
	for _, hash := range parse(texts) {
		out = append(out, hash[:])
	}
	return out
}

func texts(proof []tlog.Hash) []string {
	out := []string{}
	for _, hash := range proof {
		out = append(out, hash.String())
	}
	return out
}

func same(proof []tlog.Hash, other []string) bool {
	return strings.Join(texts(proof), " ") == strings.Join(other, " ")
}

func otherLetter(letter byte) byte {
	if letter == 'A' {
		return 'B'
	}
	return 'A'
}

func refused(lie string, err error) { expect("refuse "+lie, err != nil) }

func expect(what string, right bool) { expectMany(1, what, right) }

func expectMany(count int, what string, right bool) {
	if right {
		passed += count
		return
	}
	failed = append(failed, what)
}

func read(name string) []byte {
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	must(err)
	return data
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "conformance:", err)
		os.Exit(1)
	}
}
