@echo off
setlocal DisableDelayedExpansion
rem Kept in CP932, the code page of Japanese Windows; no letter of it has a byte
rem that cmd takes for a sign of its own.
set "PYTHON_MANAGER_AUTOMATIC_INSTALL=false"
set "HERE=%~dp0"
set "PY="
if not exist "%HERE%installer\install.py" goto unzip
set "FITS=import struct,sys;sys.exit(sys.version_info[:2] not in @TUPLES@ or struct.calcsize('P')!=8)"
for %%v in (@NEWEST_FIRST@) do if not defined PY py -%%v -c "%FITS%" >nul 2>nul && set "PY=py -%%v"
if not defined PY python -c "%FITS%" >nul 2>nul && set "PY=python"
if not defined PY goto nopython
%PY% -sP "%HERE%installer\install.py" %*
set "CODE=%errorlevel%"
goto end

:unzip
echo Extract the whole ZIP file first, then run install.bat in the new folder.
echo 先にZIPファイルを全て展開し、展開したフォルダーのinstall.batを実行してください。
set "CODE=2"
goto end

:nopython
echo No 64-bit Python of these versions was found: @PYTHONS@
echo 64ビット版のPython（@PYTHONS@のいずれか）が見つかりません。
echo はじめに.txtの1を御覧ください。
set "CODE=2"

:end
if "%~1"=="" pause
exit /b %CODE%
