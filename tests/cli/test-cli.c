/* SPDX-License-Identifier: GPL-3.0-or-later */

/* corpus-review-cli as a user meets it: the built program, its output, its messages and its exit status. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <gio/gio.h>

#include "text/corpus-json.h"

typedef struct
{
  char *folder;
  char *corpus;
  /* of the last run */
  int status;
  char *out;
  char *err;
} Fixture;

static char *
in_folder (Fixture *self,
           const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
fixture_set_up (Fixture *self,
                gconstpointer data)
{
  self->folder = g_dir_make_tmp ("corpus-XXXXXX", NULL);
  self->corpus = in_folder (self, "test.corpus");
}

static void
fixture_tear_down (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = in_folder (self, name);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->corpus);
  g_free (self->out);
  g_free (self->err);
}

static char *
write_file (Fixture *self,
            const char *name,
            const char *bytes,
            gssize n_bytes)
{
  char *path = in_folder (self, name);

  g_assert_true (g_file_set_contents (path, bytes, n_bytes, NULL));
  return path;
}

static char *
dup_text (GBytes *bytes)
{
  gsize n_bytes = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &n_bytes) : NULL;

  return g_strndup (data != NULL ? data : "", n_bytes);
}

static void
spawn (Fixture *self,
       GSubprocessLauncher *launcher,
       const char *input,
       GPtrArray *arguments)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) in = input != NULL ? g_bytes_new (input, strlen (input)) : NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;

  g_ptr_array_add (arguments, NULL);
  /* Without a locale, so that messages are the same everywhere; words are UTF-8 all the same. */
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, in, NULL, &out, &err, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  g_free (self->out);
  self->out = dup_text (out);
  g_free (self->err);
  self->err = dup_text (err);
}

static GPtrArray *
command (va_list rest)
{
  GPtrArray *arguments = g_ptr_array_new ();
  const char *argument;

  g_ptr_array_add (arguments, (gpointer) g_getenv ("CORPUS_REVIEW_CLI"));
  while ((argument = va_arg (rest, const char *)) != NULL)
    g_ptr_array_add (arguments, (gpointer) argument);
  return arguments;
}

/* Runs the program with @input on its standard input. */
static void G_GNUC_NULL_TERMINATED
run_with (Fixture *self,
          const char *input,
          ...)
{
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE |
                           (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (flags);
  g_autoptr (GPtrArray) arguments = NULL;
  va_list rest;

  va_start (rest, input);
  arguments = command (rest);
  va_end (rest);
  spawn (self, launcher, input, arguments);
}

#define run(self, ...) run_with ((self), NULL, __VA_ARGS__, NULL)

static void
assert_says (const char *text,
             const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” does not say “%s”", text, words);
}

/* Failed, said why, and wrote no result. */
static void
assert_failed (Fixture *self,
               int status,
               const char *words)
{
  assert_says (self->err, words);
  g_assert_cmpint (self->status, ==, status);
}

static guint
count_lines (const char *text)
{
  guint n_lines = 0;

  for (const char *p = text; (p = strchr (p, '\n')) != NULL; p++)
    n_lines++;
  return n_lines;
}

static const char page_text[] = "# 东港新开三条航线\n\n本报讯(记者 林远舟)东港集团昨日开通三条航线,货运量同比增长12.5%。\n\n"
                                "# 城北新区供水管网完工\n\n管网总长48公里,惠及居民6.2万人。\n";

/* A corpus of one page. */
static void
make_corpus (Fixture *self)
{
  g_autofree char *page = write_file (self, "p1.txt", page_text, -1);

  run (self, "import", self->corpus, "--publication", "东州日报", "--date", "2026-03-18", "--page", "1", page);
  g_assert_cmpint (self->status, ==, 0);
  assert_says (self->out, "imported pages: 1\n");
}

/* ----- Usage ----- */

static void
test_usage (Fixture *self,
            gconstpointer data)
{
  static const char *const commands[] = { "extract", "recognize", "import", "export", "list", "stats",
                                          "search", "verify", "undo", "redo", "history" };

  run_with (self, NULL, NULL);
  assert_failed (self, 2, "--help");
  run (self, "sing");
  assert_failed (self, 2, "no command “sing”");
  run (self, "--version");
  g_assert_cmpint (self->status, ==, 0);
  g_assert_true (g_str_has_prefix (self->out, "corpus-review-cli "));
  run (self, "--help");
  g_assert_cmpint (self->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    assert_says (self->out, commands[i]);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (self, commands[i], "--help");
      g_assert_cmpint (self->status, ==, 0);
      assert_says (self->out, "Usage:");
      g_assert_cmpstr (self->err, ==, "");
      run (self, commands[i]);
      g_assert_cmpint (self->status, ==, 2);
      g_assert_cmpstr (self->out, ==, "");
      run (self, commands[i], "--no-such-option", "x");
      assert_failed (self, 2, "no-such-option");
    }
  run (self, "extract", "--date", "18.3.2026", "x");
  assert_failed (self, 2, "2025-04-15");
  run (self, "extract", "--publication", "\xff\xfe", "x");
  assert_failed (self, 2, "byte sequence");
  run (self, "extract", "--input", "pdf", "x");
  assert_failed (self, 2, "page, lines or jsonl");
  run (self, "recognize", "--input", "page", "x");
  assert_failed (self, 2, "lines or jsonl");
  run (self, "export", "x", "--format", "xls", "--output", "y");
  assert_failed (self, 2, "csv-articles");
  run (self, "export", "x", "--format", "jsonl", "--output", "y", "--only", "some");
  assert_failed (self, 2, "reviewed");
  run (self, "import", "x", "--format", "xls", "y");
  assert_failed (self, 2, "page or jsonl");
}

/* ----- The filters ----- */

static void
test_extract_page (Fixture *self,
                   gconstpointer data)
{
  g_autofree char *page = write_file (self, "p1.txt", page_text, -1);
  g_auto (GStrv) lines = NULL;

  run (self, "extract", "--publication", "东州日报", "--date", "2026-03-18", "--page", "1", page);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->err, ==, "");
  lines = g_strsplit (self->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CorpusJson) line = corpus_json_parse (lines[i], -1, NULL);
      const CorpusJson *ref = corpus_json_get_at (corpus_json_find (line, "pages"), 0);

      g_assert_cmpstr (corpus_json_get_string (corpus_json_find (line, "format"), NULL), ==, "corpus-review/article");
      g_assert_cmpstr (corpus_json_get_string (corpus_json_find (ref, "file"), NULL), ==, "p1.txt");
      g_assert_cmpstr (corpus_json_get_string (corpus_json_find (ref, "publication"), NULL), ==, "东州日报");
      g_assert_cmpstr (corpus_json_get_string (corpus_json_find (ref, "number"), NULL), ==, "1");
    }
}

/* Exactly one answer a document, in order, whatever is in it. */
static void
test_extract_lines (Fixture *self,
                    gconstpointer data)
{
  static const char *const texts[] = { "东港集团昨日开通三条航线。", "", "😀", "# 标题 # 又一个标题", "Two stories. One line." };
  g_autofree char *input = g_strjoinv ("\n", (char **) (const char *[]){ texts[0], texts[1], texts[2], texts[3], texts[4], NULL });
  g_auto (GStrv) lines = NULL;

  run_with (self, input, "extract", "--input", "lines", "-", NULL);
  g_assert_cmpint (self->status, ==, 0);
  lines = g_strsplit (self->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, G_N_ELEMENTS (texts) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CorpusJson) line = corpus_json_parse (lines[i], -1, NULL);
      const CorpusJson *ref = corpus_json_get_at (corpus_json_find (line, "pages"), 0);
      g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, texts[i], -1);

      g_assert_cmpuint (corpus_json_get_length (corpus_json_find (line, "pages")), ==, 1);
      g_assert_cmpstr (corpus_json_get_string (corpus_json_find (ref, "sha256"), NULL), ==, sha256);
    }
}

static void
test_extract_objects (Fixture *self,
                      gconstpointer data)
{
  const char *input = "{\"text\":\"东港集团昨日开通三条航线。\",\"id\":\"doc/1\",\"date\":\"2026-03-18\",\"page\":3}\n"
                      "\n"
                      "{\"id\":\"doc/2\",\"text\":\"\"}\n"
                      "{\"id\":\"doc/3\"}\n"
                      "{\"id\":\"doc/4\",\"text\":\"\\ud800\"}\n"
                      "no json\n"
                      "{\"id\":\"doc/5\",\"text\":\"x\",\"date\":\"yesterday\"}\n"
                      "{\"id\":\"doc/6\",\"text\":\"a\\u0000b\"}\n"
                      "{\"id\":\"00000000000000aa\",\"text\":\"港口。\"}";
  static const char *const ids[] = { "doc/1", "doc/2", "doc/5", "00000000000000aa" };
  static const char *const messages[] = { "line 4: ", "line 5: ", "line 6: ", "line 7: ", "line 8: " };
  g_auto (GStrv) lines = NULL;

  run_with (self, input, "extract", "--input", "jsonl", "-", NULL);
  g_assert_cmpint (self->status, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    assert_says (self->err, messages[i]);
  g_assert_cmpuint (count_lines (self->err), ==, G_N_ELEMENTS (messages));
  lines = g_strsplit (self->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, G_N_ELEMENTS (ids) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (CorpusJson) line = corpus_json_parse (lines[i], -1, NULL);

      g_assert_cmpstr (corpus_json_get_string (corpus_json_find (line, "id"), NULL), ==, ids[i]);
    }
}

static void
test_extract_bad_files (Fixture *self,
                        gconstpointer data)
{
  g_autofree char *good = write_file (self, "good.txt", page_text, -1);
  g_autofree char *empty = write_file (self, "empty.txt", "", 0);
  g_autofree char *binary = write_file (self, "binary.txt", "\x7f\x45\x4c\x46\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>", 19);
  g_autofree char *missing = in_folder (self, "missing.txt");

  run (self, "extract", empty, binary, self->folder, missing, good);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_cmpuint (count_lines (self->out), ==, 2);
  assert_says (self->err, "empty.txt: the file is empty");
  assert_says (self->err, "binary.txt: it is not a text file");
  assert_says (self->err, "it is a folder");
  assert_says (self->err, "missing.txt: there is no such file");
  g_assert_cmpuint (count_lines (self->err), ==, 4);
  run (self, "extract", "--input", "lines", self->folder, empty);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_cmpstr (self->out, ==, "");
  assert_says (self->err, "it is a folder");
  g_assert_cmpuint (count_lines (self->err), ==, 1);
}

static void
test_recognize (Fixture *self,
                gconstpointer data)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (CorpusJson) line = NULL;
  const CorpusJson *quantity, *date;

  run_with (self, "\n😀2025年4月15日,东港吞吐量达105.2万箱。\n", "recognize", "--input", "lines", "-", NULL);
  g_assert_cmpint (self->status, ==, 0);
  lines = g_strsplit (self->out, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_cmpstr (lines[0], ==, "{\"line\":1,\"quantities\":[],\"dates\":[]}");
  line = corpus_json_parse (lines[1], -1, NULL);
  g_assert_cmpuint (corpus_json_get_length (corpus_json_find (line, "quantities")), ==, 1);
  quantity = corpus_json_get_at (corpus_json_find (line, "quantities"), 0);
  g_assert_cmpstr (corpus_json_get_string (corpus_json_find (quantity, "text"), NULL), ==, "105.2万箱");
  g_assert_cmpstr (corpus_json_get_string (corpus_json_find (quantity, "number_text"), NULL), ==, "105.2万");
  g_assert_cmpstr (corpus_json_get_string (corpus_json_find (quantity, "number"), NULL), ==, "1052000");
  g_assert_cmpuint (corpus_json_get_length (corpus_json_find (line, "dates")), ==, 1);
  date = corpus_json_get_at (corpus_json_find (line, "dates"), 0);
  g_assert_cmpstr (corpus_json_get_string (corpus_json_find (date, "text"), NULL), ==, "2025年4月15日");
  g_assert_cmpstr (corpus_json_get_string (corpus_json_find (date, "iso"), NULL), ==, "2025-04-15");
  g_assert_cmpstr (corpus_json_get_number (corpus_json_find (date, "start")), ==, "1");
}

/* ----- A corpus ----- */

static void
test_corpus (Fixture *self,
             gconstpointer data)
{
  g_autofree char *page = in_folder (self, "p1.txt");
  g_auto (GStrv) cells = NULL;

  make_corpus (self);
  run (self, "stats", self->corpus);
  g_assert_cmpint (self->status, ==, 0);
  assert_says (self->out, "pages: 1\narticles: 2\nreviewed: 0\nentities: ");
  run (self, "list", self->corpus);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpuint (count_lines (self->out), ==, 2);
  cells = g_strsplit (self->out, "\t", -1);
  g_assert_cmpstr (cells[1], ==, "东州日报");
  g_assert_cmpstr (cells[2], ==, "2026-03-18");
  assert_says (self->out, "东港新开三条航线\n");
  run (self, "list", self->corpus, "--only", "reviewed");
  g_assert_cmpstr (self->out, ==, "");
  run (self, "search", self->corpus, "供水");
  g_assert_cmpuint (count_lines (self->out), ==, 1);
  assert_says (self->out, "城北新区供水管网完工");
  run (self, "search", self->corpus, "火星");
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->out, ==, "");
  run (self, "verify", self->corpus);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->out, ==, "all is well\n");
  run (self, "verify", "--rebuild", self->corpus);
  g_assert_cmpint (self->status, ==, 0);
  run (self, "history", self->corpus);
  g_assert_cmpint (self->status, ==, 0);
  assert_says (self->out, "\tImport of 1 file\n");
  run (self, "undo", self->corpus);
  assert_failed (self, 1, "othing");
  run (self, "redo", self->corpus);
  assert_failed (self, 1, "othing");

  /* The same page again. */
  run (self, "import", self->corpus, page);
  g_assert_cmpint (self->status, ==, 0);
  assert_says (self->out, "imported pages: 0\n");
  assert_says (self->out, "known pages: 1\n");
  assert_says (self->err, "in the corpus already");
}

static void
test_import_options (Fixture *self,
                     gconstpointer data)
{
  g_autofree char *first = write_file (self, "daily_2026-03-18_p1.txt", page_text, -1);
  g_autofree char *second = write_file (self, "scan.txt", "# 另一版\n\n正文。\n", -1);
  g_autofree char *manifest = write_file (self, "manifest.csv", "file,publication,date,page\r\nscan.txt,晚报,2026-04-01,A2\r\n", -1);
  g_autofree char *bad = write_file (self, "bad.csv", "file,date\r\nscan.txt,soon\r\n", -1);
  g_autofree char *missing = in_folder (self, "missing.txt");

  run (self, "import", self->corpus, "--pattern", "{publication}_{date}_p{page}", first, second);
  g_assert_cmpint (self->status, ==, 1);
  assert_says (self->err, "scan.txt: its name does not fit the pattern");
  assert_says (self->out, "imported pages: 1\n");
  /* A file that fails is told once. */
  run (self, "import", self->corpus, missing);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_cmpuint (count_lines (self->out), ==, 5);
  g_assert_cmpuint (count_lines (self->err), ==, 1);
  run (self, "list", self->corpus);
  assert_says (self->out, "\tdaily\t2026-03-18\t\t1\t");
  run (self, "import", self->corpus, "--manifest", bad);
  assert_failed (self, 1, "bad.csv: line 2");
  run (self, "import", self->corpus, "--manifest", manifest, "--edition", "早版");
  g_assert_cmpint (self->status, ==, 0);
  run (self, "list", self->corpus);
  assert_says (self->out, "\t晚报\t2026-04-01\t早版\tA2\t");
}

static void
test_export (Fixture *self,
             gconstpointer data)
{
  g_autofree char *lines = in_folder (self, "out.jsonl"), *again = in_folder (self, "again.jsonl");
  g_autofree char *other = in_folder (self, "other.corpus"), *table = in_folder (self, "out.csv");
  g_autofree char *once = NULL, *twice = NULL, *csv = NULL;

  make_corpus (self);
  run (self, "export", self->corpus, "--format", "jsonl", "--output", lines);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_cmpstr (self->out, ==, "");
  g_assert_cmpstr (self->err, ==, "");
  run (self, "import", other, lines);
  g_assert_cmpint (self->status, ==, 0);
  run (self, "export", other, "--format", "jsonl", "--output", again);
  g_assert_true (g_file_get_contents (lines, &once, NULL, NULL));
  g_assert_true (g_file_get_contents (again, &twice, NULL, NULL));
  g_assert_cmpstr (once, ==, twice);
  run (self, "export", self->corpus, "--format", "jsonl", "--output", "-");
  g_assert_cmpstr (self->out, ==, once);

  run (self, "export", self->corpus, "--format", "csv-articles", "--output", table, "--bom");
  g_assert_cmpint (self->status, ==, 0);
  g_assert_true (g_file_get_contents (table, &csv, NULL, NULL));
  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbfid,publication,date,"));
}

/* ----- Bad corpora ----- */

static void
test_bad_corpus (Fixture *self,
                 gconstpointer data)
{
  static const char *const commands[] = { "list", "stats", "verify", "history", "undo" };
  g_autofree char *missing = in_folder (self, "missing.corpus");
  g_autofree char *foreign = in_folder (self, "foreign.corpus"), *truncated = in_folder (self, "truncated.corpus");
  g_autofree char *newer = in_folder (self, "newer.corpus");
  g_autofree char *bytes = NULL, *before = NULL, *after = NULL;
  gsize n_bytes, n_before, n_after;

  make_corpus (self);
  g_assert_true (g_file_get_contents (self->corpus, &bytes, &n_bytes, NULL));

  /* An SQLite file of another program: application_id, at byte 68, says whose it is. */
  memset (bytes + 68, 0, 4);
  g_assert_true (g_file_set_contents (foreign, bytes, (gssize) n_bytes, NULL));
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (self->corpus, &bytes, &n_bytes, NULL));
  g_assert_true (g_file_set_contents (truncated, bytes, (gssize) n_bytes / 2, NULL));
  /* user_version, at byte 60, is the version of the schema. */
  bytes[62] = 0x27;
  g_assert_true (g_file_set_contents (newer, bytes, (gssize) n_bytes, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (self, commands[i], missing);
      assert_failed (self, 1, "missing.corpus");
      g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
      run (self, commands[i], foreign);
      assert_failed (self, 1, "foreign.corpus");
      run (self, commands[i], newer);
      assert_failed (self, 1, "newer");
      run (self, commands[i], self->folder);
      g_assert_cmpint (self->status, ==, 1);
    }
  g_assert_true (g_file_get_contents (truncated, &before, &n_before, NULL));
  run (self, "verify", truncated);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_true (g_file_get_contents (truncated, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* ----- Where nothing can be written ----- */

static void
test_output_full (Fixture *self,
                  gconstpointer data)
{
  g_autofree char *page = write_file (self, "p1.txt", page_text, -1);
  const char *const runs[][4] = {
    { "extract", page, NULL },
    { "list", self->corpus, NULL },
    { "stats", self->corpus, NULL },
    { "history", self->corpus, NULL },
    { "--help", NULL },
  };

  make_corpus (self);
  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
      g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

      g_ptr_array_add (arguments, (gpointer) g_getenv ("CORPUS_REVIEW_CLI"));
      for (guint j = 0; runs[i][j] != NULL; j++)
        g_ptr_array_add (arguments, (gpointer) runs[i][j]);
      g_subprocess_launcher_set_stdout_file_path (launcher, "/dev/full");
      spawn (self, launcher, NULL, arguments);
      assert_failed (self, 1, "could not be written");
    }
  run (self, "export", self->corpus, "--format", "jsonl", "--output", "/dev/full");
  assert_failed (self, 1, "cannot be written");
}

static void
test_closed_pipe (Fixture *self,
                  gconstpointer data)
{
  g_autofree char *page = write_file (self, "p1.txt", page_text, -1);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  close (ends[0]);
  g_subprocess_launcher_take_stdout_fd (launcher, ends[1]);
  g_ptr_array_add (arguments, (gpointer) g_getenv ("CORPUS_REVIEW_CLI"));
  g_ptr_array_add (arguments, (gpointer) "extract");
  g_ptr_array_add (arguments, page);
  spawn (self, launcher, NULL, arguments);
  assert_failed (self, 1, "could not be written");
}

static void
limit_files (gpointer data)
{
  const struct rlimit *limit = data;

  setrlimit (RLIMIT_FSIZE, limit);
}

/* A disk on which the corpus may not grow: said, and what was there is as it was. */
static void
test_corpus_full (Fixture *self,
                  gconstpointer data)
{
  g_autoptr (GString) large = g_string_new (NULL);
  g_autofree char *path = NULL;
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  struct rlimit limit = { 1 << 20, 1 << 20 };

  make_corpus (self);
  for (int i = 0; i < 100000; i++)
    g_string_append_printf (large, "第%d段,港口货运量增长。\n\n", i);
  path = write_file (self, "large.txt", large->str, (gssize) large->len);
  g_subprocess_launcher_set_child_setup (launcher, limit_files, &limit, NULL);
  g_ptr_array_add (arguments, (gpointer) g_getenv ("CORPUS_REVIEW_CLI"));
  g_ptr_array_add (arguments, (gpointer) "import");
  g_ptr_array_add (arguments, self->corpus);
  g_ptr_array_add (arguments, path);
  spawn (self, launcher, NULL, arguments);
  g_assert_cmpint (self->status, ==, 1);
  g_assert_cmpuint (strlen (self->err), >, 0);

  run (self, "verify", self->corpus);
  g_assert_cmpint (self->status, ==, 0);
  run (self, "stats", self->corpus);
  assert_says (self->out, "pages: 1\narticles: 2\n");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGPIPE, SIG_IGN);
  ADD ("/cli/usage", test_usage);
  ADD ("/cli/extract/page", test_extract_page);
  ADD ("/cli/extract/lines", test_extract_lines);
  ADD ("/cli/extract/objects", test_extract_objects);
  ADD ("/cli/extract/bad-files", test_extract_bad_files);
  ADD ("/cli/recognize", test_recognize);
  ADD ("/cli/corpus", test_corpus);
  ADD ("/cli/import-options", test_import_options);
  ADD ("/cli/export", test_export);
  ADD ("/cli/bad-corpus", test_bad_corpus);
  ADD ("/cli/output-full", test_output_full);
  ADD ("/cli/closed-pipe", test_closed_pipe);
  ADD ("/cli/corpus-full", test_corpus_full);
  return g_test_run ();
}
