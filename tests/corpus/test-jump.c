/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "corpus/corpus-jump.h"

static void
test_lines (void)
{
  static const struct
  {
    const char *line, *page;
  } cases[] = {
    { "(下转第三版)", "3" },
    { "（下转第十版）", "10" },
    { "(上接第十二版)", "12" },
    { "(下转二十版)", "20" },
    { "下转第二十三版", "23" },
    { "（上接1版）", "1" },
    { "(下转A08版)", "A08" },
    { "（下转第１２版）", "12" },
    { "Continued on Page A6", "A6" },
    { "Continued from Page 1", "1" },
    { "See TRADE on 14", "14" },
    { "一图看懂(下转第五版)", "5" },
    { "下转第五版 三里亭", "5" },
    { "(下转)", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = corpus_jump_parse_page (cases[i].line);

      g_assert_cmpstr (page, ==, cases[i].page);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/corpus/jump/lines", test_lines);
  return g_test_run ();
}
