#!/bin/sh
# Makes pakcs, PAKCS with what it knows of its libraries in quick/ (quick.pl). Without quick/ it is the one that Debian has.
set -eu
source=$1
pakcs=/usr/lib/pakcs
compiled=$pakcs/lib/.curry/pakcs-$(pakcs --nocypm --numeric-version)

cat >pakcs <<'SCRIPT'
#!/bin/sh
if [ -e /opt/curry/quick/pakcs ]; then exec swipl --stack_limit=8g -O -x /opt/curry/quick/pakcs -- "$@"; fi
exec /usr/bin/pakcs --nocypm "$@"
SCRIPT
chmod 0755 pakcs

work=$(mktemp -d)
cp -r "$pakcs/src" "$work/src"
cp -r "$compiled" "$work/compiled"
cd "$work/src"

# Two clauses before those of PAKCS: an interface that is kept, and no optimizer of equations for the one call of main.
sed -i \
    -e '/^readInterface(LoadPath,Prog,FlatInt,DirProgName) :-$/i readInterface(_,Prog,FlatInt,DirProgName) :- user:kept_interface(Prog,FlatInt,DirProgName), !.' \
    -e "/^preprocessFcyFile(_) :- pakcsrc(bindingoptimization,no), !\.$/i preprocessFcyFile(File) :- sub_atom(File,_,_,0,'/PAKCS_Main_Exp.fcy'), !." compiler.pl
[ "$(grep -c 'user:kept_interface\|/PAKCS_Main_Exp.fcy' compiler.pl)" = 2 ]

# From the text of a library to the form that is kept, with the directives in it known.
prolog() {
    swipl -q -O >/dev/null
}
load="consult('$source/quick.pl'). compile(c2p). c2p('$pakcs/lib/Prelude'), compile('$compiled/Prelude'),
loader:loadAndCompile('$compiled/Prelude.pl',[],create)."
names=
for file in $(cd ../compiled && find . -name '*.pl' | sort); do
    stem=${file#./}
    stem=${stem%.pl}
    echo "qcompile(user:'$work/compiled/$stem.pl')." >>../qcompile
    names="$names,'$(echo "$stem" | tr / .)'"
done
{ echo "$load" && cat ../qcompile; } | prolog
kept=/opt/curry/quick/.curry/${compiled##*/}
mkdir -p "$kept"
(cd ../compiled && find . -name '*.qlf' -exec cp --parents {} "$kept" \;)
echo "$load keep([${names#,}]). saveprog_entry('/opt/curry/quick/pakcs',user:pakcsMain)." | prolog
[ -s /opt/curry/quick/pakcs ]
rm -r "$work"
