# Sourced by host/run and tests/run: what a machine must have, installed where that can be done, else named in one line.

# The environment may turn the shared compiler off; with it a build takes a third of the time.
export UseSharedCompilation=true
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en

say() { printf '%s\n' "$*" >&2; }

# A user without a home (a service, nobody) still needs a place for the tools' caches. HOME itself stays: the data folder is found by it.
require_home() {
  if [[ ! -w ${HOME:-/nonexistent} ]]; then
    temporary_home=$(mktemp -d)
    export DOTNET_CLI_HOME=$temporary_home npm_config_cache=$temporary_home/npm
  fi
}

forget_home() { if [[ -n ${temporary_home:-} ]]; then rm -rf "$temporary_home"; fi; }

require_dotnet() {
  command -v dotnet > /dev/null || PATH="$PATH:${DOTNET_ROOT:-/usr/share/dotnet}:/usr/lib/dotnet:${HOME:-}/.dotnet"
  if ! dotnet --list-sdks 2> /dev/null | grep -q '^10\.'; then
    say '缺少 .NET 10 SDK。请安装：apt-get install dotnet-sdk-10.0（软件源里没有的，见 https://dotnet.microsoft.com/download/dotnet/10.0）'
    exit 1
  fi
}

require_node() {
  local version
  version=$(node --version 2> /dev/null | sed 's/^v//; s/\..*//')
  if ((${version:-0} < 20)) || ! command -v npm > /dev/null; then
    say '缺少 Node.js 20 或更高版本（连同 npm），生成界面要用。请安装：apt-get install nodejs npm（软件源里版本低的，见 https://nodejs.org/）'
    exit 1
  fi
}

has_postgres() {
  local folder
  for folder in ${ONESEAL_POSTGRES_BIN:+"$ONESEAL_POSTGRES_BIN"} /usr/lib/postgresql/*/bin /usr/pgsql-*/bin \
    "$(pg_config --bindir 2> /dev/null)" "$(dirname -- "$(command -v postgres)")"; do
    if [[ -x $folder/initdb && -x $folder/postgres ]]; then return 0; fi
  done
  return 1
}

can_install() { [[ ${install:-yes} == yes && $EUID == 0 ]] && command -v apt-get > /dev/null; }

# Quiet unless it fails, never asking: there may be no terminal. Without a network it gives up soon.
apt_install() {
  local log patience=(-o Acquire::Retries=0 -o Acquire::http::Timeout=10 -o Acquire::https::Timeout=10)
  log=$(mktemp)
  if ! { [[ -n ${apt_updated:-} ]] || apt-get "${patience[@]}" update; } > "$log" 2>&1 < /dev/null \
    || ! DEBIAN_FRONTEND=noninteractive apt-get "${patience[@]}" install -y --no-install-recommends "$@" >> "$log" 2>&1 < /dev/null; then
    apt_error=$(grep -m1 '^E:' "$log" || tail -n1 "$log")
    rm -f "$log"
    return 1
  fi
  apt_updated=yes
  rm -f "$log"
}

# The programs only: the host makes a cluster of its own, so Debian's default cluster is switched off before it is made.
require_postgres() {
  if has_postgres; then return; fi
  if can_install; then
    say '正在安装 PostgreSQL…'
    local settings=/etc/postgresql-common/createcluster.conf
    if apt_install postgresql-common \
      && { [[ ! -f $settings ]] || sed -ri 's/^#?\s*create_main_cluster\s*=.*/create_main_cluster = false/' "$settings"; } \
      && apt_install postgresql && has_postgres; then return; fi
    say "没有装上 PostgreSQL：${apt_error:-原因不明}。请安装：apt-get install postgresql"
  else
    say '缺少 PostgreSQL 15 或更高版本的服务器程序。请以 root 执行：apt-get install postgresql'
  fi
  exit 1
}

# Only documents need these, so nothing here stops a start.
offer_documents() {
  local missing=()
  command -v chromium chromium-browser google-chrome > /dev/null || missing+=(chromium)
  compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK*' > /dev/null || missing+=(fonts-noto-cjk)
  if [[ ${#missing[@]} == 0 ]]; then return; fi
  if can_install; then
    say "正在安装 ${missing[*]}（打印证照用）…"
    if apt_install "${missing[@]}"; then return; fi
  fi
  say "没有 ${missing[*]}，暂不能生成 PDF，其余功能不受影响。需要时以 root 执行：apt-get install ${missing[*]}"
}
